"""What may have changed between the sign-in and a token call: account, password, second factor, policy, consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import Refusal
from mock_idps.entra.scopes import GRAPH_ID

if TYPE_CHECKING:
    from mock_idps.core.grants import Authentication
    from mock_idps.core.model import AppRegistration

STATES = {"disabled": "token_disabled", "locked": "token_locked", "password_expired": "token_password"}


def check(app: AppRegistration, held: Authentication, *, fresh: bool = False) -> None:
    """Check that the person may still have tokens of `app`; a code that is `fresh` from the pages passed them all.

    App setting "token_policy" ("mfa", "enrolment", "block", "consent", "loop_detected") makes the token call fail whatever the pages
    said, as a policy does that speaks only there.

    Raises:
        Refusal: "token_disabled", "token_mfa", "token_enrolment", "token_blocked", "token_consent", …
    """
    person = held.person
    detail = {"client_id": app.client_id, "app_name": app.name, "resource": GRAPH_ID}
    if person.state in STATES:
        raise Refusal(STATES[person.state], **detail)
    said = app.settings.get("token_policy")
    if said in {"mfa", "enrolment", "consent", "loop_detected"}:
        raise Refusal(f"token_{said}", **detail)
    if said == "block" or (not fresh and person.attributes.get("conditional_access") == "block"):
        raise Refusal("token_blocked", **detail)
    if not fresh and person.mfa and "mfa" not in held.methods:
        raise Refusal("token_mfa", **detail)
