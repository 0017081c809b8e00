"""What a customer's evidence tells: which IdP and hop, what happened, the likely cause, and what could not be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from harness.diagnosis.diagnose import Finding, diagnose
from harness.evidence import settings, token
from harness.evidence.login import Login
from harness.evidence.recognition import Idp

UNTOLD = "not to be told from this"
"""What stands where the evidence is silent."""


@dataclass(slots=True)
class Account:
    """The evidence, told.

    `idp` and `region` are "" where nothing names them. `hop` says in words where the login stopped, `happened` what is seen
    there, `end` how it ended in a repro file's words ("" unknown), `check` which check of the app refused. `findings` are possible
    causes, the best first. `shape` is that of the claims, `wrong` the mistake in the settings (a repro file's table), `steps` what
    the person is seen to do. `error` is the id of the IdP's own error, `answer` the OAuth error code that came back, `hars` how
    many HARs were read, `recovered` whether a later login of the same HAR went well.
    """

    idp: Idp = field(default_factory=lambda: Idp(""))
    region: str = ""
    hop: str = UNTOLD
    happened: str = UNTOLD
    end: str = ""
    check: str = ""
    findings: list[Finding] = field(default_factory=list)
    shape: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, Any] = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    error: str = ""
    answer: str = ""
    form_post: bool = False
    recovered: bool = False
    hars: int = 0
    unseen: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """Whether nothing has said yet where the login stopped."""
        return self.hop == UNTOLD

    def surely(self, text: str, *, place: str = "") -> list[Finding]:
        """What a page's text means, where that is more than a guess: most pages hold no error at all."""
        found = diagnose(text, vendor=_own(self.idp.vendor), place=place) if text else []
        return [it for it in found if it.sure != "guess"]

    def refused_with(self, error: str, place: str) -> None:
        """Take over the IdP's own error."""
        found = diagnose(error, vendor=_own(self.idp.vendor), place=place)
        self.findings += found
        self.error = found[0].entry.id if found else ""


def _own(vendor: str) -> str:
    """The vendor to look errors up for; any, where the IdP has none of its own."""
    return "" if vendor == "generic" else vendor


def of_login(login: Login, *, hars: int) -> Account:
    """The account of one login, before anybody looked how it ended."""
    return Account(
        idp=login.idp,
        region=login.region,
        hars=hars,
        form_post=bool(login.answered and (login.answered.form or login.answered.method == "POST")),
    )


def add_claims(account: Account, claims: Mapping[str, Any]) -> None:
    """Take over the shape of claims, and what is odd about them."""
    account.shape = token.shape(claims)
    if account.idp.vendor in {"", "generic"}:
        account.idp = token.idp(claims) if token.idp(claims).vendor else account.idp
    others = len(claims) - len(account.shape)
    if others:
        account.notes.append(f"{others} further claims with names of the customer's own are not told")
    for text in token.oddities(account.idp.vendor, claims):
        account.findings += [it for it in diagnose(text, vendor=_own(account.idp.vendor))[:1] if it.sure != "guess"]
    if account.silent:
        account.hop = "ID token"
        account.happened = "a token was issued; what the app did with it is not in the evidence"


def add_settings(account: Account, told: Mapping[str, str]) -> None:
    """Take over what is wrong with settings."""
    vendor = account.idp.vendor or settings.vendor(told)
    account.idp = account.idp if account.idp.vendor else Idp(vendor)
    account.wrong = settings.mistaken(vendor, told)
    if account.silent:
        account.hop = "connection settings"
        account.happened = (
            "the settings hold a mistake" if account.wrong else "no mistake that is known shows in the settings"
        )


def add_text(account: Account, text: str) -> None:
    """Take over an error text; one that somebody copied beside a HAR adds what the HAR may not show."""
    found = diagnose(text, vendor=_own(account.idp.vendor))
    if not found:
        account.notes.append("a text without a word of a known error is left out")
        return
    best = found[0].entry
    if not account.silent:
        account.findings += [it for it in found if it.sure != "guess"]
        return
    account.findings += found
    if not account.idp.vendor and found[0].sure != "guess":
        account.idp = Idp(best.vendor)
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
            return UNTOLD, "", ""
