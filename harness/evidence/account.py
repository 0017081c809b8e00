"""What a customer's evidence tells: which IdP and hop, what happened, the likely cause, and what could not be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from harness.diagnosis.diagnose import Finding, diagnose
from harness.diagnosis.entries import meaning
from harness.evidence import settings, token
from harness.evidence.logins import Login, chosen
from harness.evidence.recognition import Idp
from harness.evidence.sources import Evidence


@dataclass(slots=True)
class Account:
    """The evidence, told.

    `idp` and `region` are "" where nothing names them. `hop` says in words where the login stopped, `happened` what is seen
    there, `end` how it ended in a repro file's words ("" unknown), `check` which check of the app refused. `findings` are possible
    causes, the best first. `shape` is that of the claims, `wrong` the mistake in the settings (a repro file's table). `error` is the id of
    the IdP's own error, `hars` how many HARs were read.
    """

    idp: Idp = field(default_factory=lambda: Idp(""))
    region: str = ""
    hop: str = "not to be told from this"
    happened: str = "not to be told from this"
    end: str = ""
    check: str = ""
    findings: list[Finding] = field(default_factory=list)
    shape: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, Any] = field(default_factory=dict)
    error: str = ""
    form_post: bool = False
    hars: int = 0
    unseen: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def tell(evidence: Evidence, *, login: int = 0) -> Account:
    """The account of all evidence together; `login` chooses one of several logins of a HAR, from 1."""
    account = Account(notes=list(evidence.trouble), hars=evidence.hars)
    _logins(account, evidence, login)
    if evidence.claims:
        _claims(account, evidence.claims)
    if evidence.settings:
        _settings(account, evidence.settings)
    for text in evidence.texts:
        _text(account, text)
    _unseen(account, evidence)
    account.findings = list({it.entry.id: it for it in account.findings}.values())
    return account


def _logins(account: Account, evidence: Evidence, number: int) -> None:
    found = evidence.logins
    login = chosen(found, number)
    if login is None:
        return
    if len(found) > 1:
        which = next(place for place, it in enumerate(found, 1) if it is login)
        account.notes.append(f"{len(found)} logins are in it; this is number {which} (--login chooses another)")
    account.idp, account.region = login.idp, login.region
    account.form_post = bool(login.answered and login.answered.form)
    for look in (_loop, _app_refused, _idp_refused, _app_broke, _stayed, _went_well):
        if look(account, login):
            return


def _loop(account: Account, login: Login) -> bool:
    if not login.again:
        return False
    account.hop, account.happened = (
        "app, after the callback",
        f"the app sent the browser to the IdP again and again ({login.again + 1} times)",
    )
    account.findings += diagnose("endless login loop redirected you too many times", vendor=_vendor(account))
    return True


def _app_refused(account: Account, login: Login) -> bool:
    """The app's error page names its check; the IdP's own error, where there is one, says more."""
    if not login.check:
        return False
    account.hop, account.end, account.check = "callback at the app", "refused", login.check
    account.happened = f'the app\'s check "{login.check}" refused'
    if login.error:
        _error(account, login.error, "redirect")
    account.findings += diagnose(login.check)
    return True


def _idp_refused(account: Account, login: Login) -> bool:
    if not login.error:
        return False
    account.hop, account.end, account.check = "callback at the app", "refused", "idp_error"
    account.happened = "the IdP sent the browser back with an error"
    _error(account, login.error, "redirect")
    return True


def _app_broke(account: Account, login: Login) -> bool:
    if not login.broken:
        return False
    account.hop, account.happened = "callback at the app", f"the app answered {login.broken}"
    text = " ".join(hop.text for hop in login.after)
    found = [it for it in diagnose(text, vendor=_vendor(account)) if it.sure != "guess"] if text else []
    account.findings += found
    account.end, account.check = ("", "")
    return True


def _stayed(account: Account, login: Login) -> bool:
    if login.answered is not None:
        return False
    page = login.last_page
    if not login.at_idp and not account.hars:
        account.hop, account.happened = (
            "authorization request",
            "a login was begun; how it went on is not in the evidence",
        )
        return True
    account.end, account.hop = "stays at the issuer", "a page of the IdP"
    account.happened = "the browser stayed at the IdP; the app never heard of it"
    told = " ".join(
        value for hop in login.at_idp[-3:] for name, value in hop.parameters.items() if name.startswith("error")
    )
    for text in (told, page.text if page else ""):
        found = (
            [it for it in diagnose(text, vendor=_vendor(account), place="page") if it.sure != "guess"] if text else []
        )
        if found:
            account.error, account.findings = found[0].entry.id, [*account.findings, *found]
            break
    else:
        account.unseen.append("the text of the IdP's last page")
    return True


def _went_well(account: Account, login: Login) -> bool:
    if not login.after:
        account.hop, account.happened = (
            "callback at the app",
            "the IdP sent a code; what the app made of it is not in the evidence",
        )
        return True
    last = login.after[-1]
    account.hop, account.happened = "after the callback", "the IdP answered with a code and the app went on"
    account.end = "signed in" if last.status and not recognised_as_failure(last.text) else ""
    if not account.end:
        account.findings += [it for it in diagnose(last.text, vendor=_vendor(account)) if it.sure != "guess"]
        account.happened = "the IdP answered with a code; what the app shows then reads like a failure"
    return True


def recognised_as_failure(text: str) -> bool:
    """Whether a page reads like an error: it says so, or a known error's wording stands in it."""
    lowered = text.casefold()[:2000]
    return any(
        word in lowered for word in (" error", "error:", "could not sign you in", "invalid", "failed", "went wrong")
    )


def _error(account: Account, error: str, place: str) -> None:
    found = diagnose(error, vendor=_vendor(account), place=place)
    account.findings += found
    account.error = found[0].entry.id if found else ""


def _vendor(account: Account) -> str:
    return account.idp.vendor


def _claims(account: Account, claims: Mapping[str, Any]) -> None:
    account.shape = token.shape(claims)
    if not account.idp.vendor:
        account.idp = token.idp(claims)
    others = len(claims) - len(account.shape)
    if others:
        account.notes.append(f"{others} further claims with names of the customer's own are not told")
    for text in _oddities(account.idp.vendor, claims):
        account.findings += diagnose(text, vendor=_vendor(account))[:1]
    if account.hop.startswith("not"):
        account.hop, account.happened = (
            "ID token",
            "a token was issued; what the app did with it is not in the evidence",
        )


def _oddities(vendor: str, claims: Mapping[str, Any]) -> list[str]:
    """What is unusual about claims, in the words of bugs that are known."""
    groups = claims.get("groups", claims.get("memberOf"))
    found = {
        "_claim_names groups src1": "_claim_names" in claims or "hasgroups" in claims,
        "id_token did not contain an email issuer https://sts.windows.net": "sts.windows.net" in str(claims.get("iss")),
        "single group arrives as a string": isinstance(groups, str),
        "cannot unmarshal string into Go struct field email_verified of type bool": isinstance(
            claims.get("email_verified"), str
        ),
        "no email claim in ID token": "email" not in claims and vendor == "entra",
        "email_verified false for ever": claims.get("email_verified") is False and vendor == "okta",
        "profile has no name": "name" not in claims and vendor == "jumpcloud",
        "cookie larger than 4 kB, redirect loop": isinstance(groups, list) and len(groups) > 100,  # noqa: PLR2004 - 100 ids fill a cookie
    }
    return [text for text, is_so in found.items() if is_so]


def _settings(account: Account, told: Mapping[str, str]) -> None:
    vendor = account.idp.vendor or settings.vendor(told)
    account.idp = account.idp if account.idp.vendor else Idp(vendor)
    account.wrong = settings.mistaken(vendor, told)
    if account.hop.startswith("not"):
        account.hop = "connection settings"
        account.happened = (
            "the settings hold a mistake" if account.wrong else "no mistake that is known shows in the settings"
        )


def _text(account: Account, text: str) -> None:
    found = diagnose(text, vendor=_vendor(account))
    account.findings += found
    if not found:
        return
    best = found[0].entry
    if not account.idp.vendor and found[0].sure != "guess":
        account.idp = Idp(best.vendor)
    if account.hop.startswith("not"):
        account.error = best.id
        account.hop, account.end, account.check = ended(best.place, best.error, best.id)
        account.happened = "an error text was sent" + (
            "" if found[0].sure == "certain" else ", which is not known word for word"
        )


def ended(place: str, error: str, name: str) -> tuple[str, str, str]:
    """Where an error of this place shows, how a login with it ends, and which check of the app refuses."""
    match place:
        case "page" | "inline":
            return "a page of the IdP", "stays at the issuer", ""
        case "redirect":
            return "callback at the app", "refused", "idp_error"
        case "body":
            known = error if error in {"invalid_client", "invalid_grant"} else "error"
            return "token endpoint", "refused", f"token_endpoint.{known}"
        case "app":
            return "the app's own check", "refused", name.removeprefix("check/")
        case _:
            return "not to be told from this", "", ""


def _unseen(account: Account, evidence: Evidence) -> None:
    if evidence.logins:
        account.unseen.append("the app's own requests to the IdP (token, keys, userinfo): a browser does not see them")
    elif not evidence.hars:
        account.unseen.append("the requests of the browser; a HAR shows them")
    if not evidence.claims:
        account.unseen.append("the claims of the ID token")
    best = account.findings[0].entry if account.findings else None
    if best and best.situation and not meaning(best.vendor, best.situation):
        account.unseen.append("what this error means: nobody has written that down")
