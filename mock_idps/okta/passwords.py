"""The password step: what is wrong with it, and which account may sign in.

Sources: texts from github.com/okta/okta-signin-widget packages/@okta/i18n. Whether an org tells that an account is locked is its
password policy ("Show lock out failures", off by default: `shows_lock_out`). Suspended and deactivated accounts get the text of
a wrong password; no other text is attested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core import signing_in
from mock_idps.core.refusal import Refusal

if TYPE_CHECKING:
    from mock_idps.core.model import Person, Tenant

EXPIRED = frozenset({"password_expired", "PASSWORD_EXPIRED"})
LOCKED = frozenset({"locked", "locked_out", "LOCKED_OUT"})


def prove(tenant: Tenant, person: Person | None, password: str, *, together: bool) -> None:
    """Check a password and the account's state; `together` says that identifier and password came on one page.

    An account whose password has expired passes here: changing it is the next step.

    Raises:
        Refusal: "sign_in_failed" or "password_wrong"; "person_locked" and "person_locked_out" where the org tells.
    """
    wrong = Refusal("sign_in_failed" if together else "password_wrong")
    if person is None:
        raise wrong
    tells = bool(tenant.settings.get("shows_lock_out", False))
    try:
        signing_in.check_password(person, password)
    except Refusal as refusal:
        raise (refusal if tells and refusal.situation == "person_locked" else wrong) from None
    if person.state in LOCKED and tells:
        raise Refusal("person_locked_out")
    if person.state != "active" and person.state not in EXPIRED:
        raise wrong


def must_change(person: Person) -> bool:
    """Whether the person has to set a new password before going on."""
    return person.state in EXPIRED


def change(person: Person, first: str, second: str) -> None:
    """Set a new password.

    Raises:
        Refusal: "field_blank" or "passwords_differ".
    """
    if not first:
        raise Refusal("field_blank")
    if first != second:
        raise Refusal("passwords_differ")
    person.password = first
    person.state = "active"
