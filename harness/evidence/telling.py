"""The account of all evidence together, and what could not be seen."""

from __future__ import annotations

from harness.diagnosis.entries import meaning
from harness.evidence import account as accounts
from harness.evidence import endings, token
from harness.evidence.account import Account
from harness.evidence.login import Login
from harness.evidence.logins import chosen
from harness.evidence.sources import Evidence


def tell(evidence: Evidence, *, login: int = 0) -> Account:
    """The account of all evidence together; `login` chooses one of several logins of a HAR, from 1."""
    account = _of_logins(evidence, login)
    account.notes = [*evidence.trouble, *account.notes]
    for text in evidence.texts:
        accounts.add_text(account, text)
    if evidence.claims:
        accounts.add_claims(account, evidence.claims)
    if evidence.settings:
        accounts.add_settings(account, evidence.settings)
    _unseen(account, evidence)
    account.findings = list({it.entry.id: it for it in reversed(account.findings)}.values())[::-1]
    return account


def _of_logins(evidence: Evidence, number: int) -> Account:
    found = evidence.logins
    login = chosen(found, number)
    if login is None:
        return Account(hars=evidence.hars)
    account = accounts.of_login(login, hars=evidence.hars)
    if len(found) > 1:
        which = next(place for place, it in enumerate(found, 1) if it is login)
        account.notes.append(f"{len(found)} logins are in it; this is number {which} (--login chooses another)")
    endings.look(account, login)
    if account.end == "refused" and not number and _went_well_later(found, login):
        account.recovered = True
        account.notes.append("a later login in it went well: the repro lets the IdP recover and signs in once more")
    if login.bare and any(it.answered and not it.failed for it in found[: found.index(login)]):
        account.steps, account.end, account.check = ("signs_in", *account.steps), "", ""
    if login.token and not evidence.claims and (claims := token.claims(login.token)):
        accounts.add_claims(account, claims)
    return account


def _went_well_later(found: list[Login], login: Login) -> bool:
    """Whether the same person got in afterwards."""
    later = found[found.index(login) + 1 :]
    after = Account()
    if not later or later[-1].answered is None or later[-1].failed:
        return False
    endings.look(after, later[-1])
    return after.end == "signed in"


def _unseen(account: Account, evidence: Evidence) -> None:
    if evidence.hars and evidence.logins:
        account.unseen.append("the app's own requests to the IdP (token, keys, userinfo): a browser does not see them")
    elif not evidence.hars:
        account.unseen.append("the requests of the browser; a HAR shows them")
    if not account.shape:
        account.unseen.append("the claims of the ID token")
    best = account.findings[0].entry if account.findings else None
    if best and best.situation and not meaning(best.vendor, best.situation):
        account.unseen.append("what this error means: nobody has written that down")
