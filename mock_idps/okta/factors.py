"""Second factors: which ones a person has, how they are shown, and whether an answer is right.

Names and texts: github.com/okta/okta-signin-widget packages/@okta/i18n and src/v2; `amr` values:
developer.okta.com/docs/guides/configure-amr-claims-mapping/main/. A person's `mfa` lists them: "google_otp", "okta_verify_totp",
"okta_verify_push"; "totp" and "push" are short for the first and the last. The right code is the attribute `otp`
("123456"); what the phone answers is the attribute `push`: "approve" (default), "reject" or "wait".
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mock_idps.core.refusal import Refusal

if TYPE_CHECKING:
    from mock_idps.core.model import Person

CODE = "123456"
"""The code that is right unless the person's attribute `otp` says otherwise."""


@dataclass(frozen=True, slots=True)
class Factor:
    """A second factor as the pages show it: the row of the list, the heading, the field of its code ("" for push)."""

    name: str
    row: str
    title: str
    field: str = ""
    label: str = ""


_ALL = (
    Factor(
        "google_otp", "Google Authenticator", "Verify with Google Authenticator", "credentials.passcode", "Enter code"
    ),
    Factor("okta_verify_totp", "Enter a code", "Enter a code", "credentials.totp", "Enter code from Okta Verify app"),
    Factor("okta_verify_push", "Get a push notification", "Get a push notification"),
)
_SHORT = {"totp": "google_otp", "otp": "google_otp", "push": "okta_verify_push"}


def of(person: Person) -> list[Factor]:
    """The person's factors, in the person's order.

    Raises:
        LookupError: The person has a factor that this vendor does not know.
    """
    known = {factor.name: factor for factor in _ALL}
    names = [_SHORT.get(name, name) for name in person.mfa]
    if unknown := [name for name in names if name not in known]:
        raise LookupError(f'unknown second factor "{unknown[0]}" of "{person.login}"; known: {", ".join(known)}')
    return [known[name] for name in names]


def named(person: Person, name: str) -> Factor:
    """One of the person's factors.

    Raises:
        Refusal: "interaction_unknown": the page that was sent is none of this sign-in's.
    """
    found = next((factor for factor in of(person) if factor.name == name), None)
    if found is None:
        raise Refusal("interaction_unknown")
    return found


def check_code(person: Person, given: str) -> None:
    """Check a one-time code.

    Raises:
        Refusal: "code_wrong".
    """
    if not hmac.compare_digest(given.strip().encode(), str(person.attributes.get("otp", CODE)).encode()):
        raise Refusal("code_wrong")


def push_answered(person: Person) -> bool:
    """Whether the phone has approved; False while it has not answered.

    Raises:
        Refusal: "push_rejected".
    """
    answer = person.attributes.get("push", "approve")
    if answer == "reject":
        raise Refusal("push_rejected")
    return bool(answer == "approve")
