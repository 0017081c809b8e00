"""A person at the console: e-mail and password together, a second factor, and whether the app is theirs.

Sources: jumpcloud.com/support/log-into-user-portal-with-mfa (steps), github.com/Versent/saml2aws pkg/provider/jumpcloud
(the answers of /userconsole/auth), support.jumpcloud.com "Managing User States" (who may sign in). JumpCloud's texts for
suspended, staged and locked people are not public: all of them read as a wrong password does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mock_idps.core import signing_in
from mock_idps.core.grants import Authentication
from mock_idps.core.refusal import Refusal, WireError
from mock_idps.jumpcloud import regions

if TYPE_CHECKING:
    from mock_idps.core.model import AppRegistration, Person, Tenant
    from mock_idps.core.refusal import ErrorBook
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.flow import Flow
    from mock_idps.jumpcloud.regions import Region

OTP = "123456"
"""The one-time code of everybody whose `attributes` name no other ("otp")."""

_FAILED = WireError(
    "", "Authentication failed.", "inline", 401, source="github.com/Versent/saml2aws pkg/provider/jumpcloud"
)
_OWN = "the mock's own words; JumpCloud's are not public"

SIGN_IN: ErrorBook = {
    **dict.fromkeys(
        (
            "person_unknown",
            "password_wrong",
            "otp_wrong",
            "push_denied",
            "person_locked",
            "person_suspended",
            "person_staged",
            "person_password_pending",
        ),
        _FAILED,
    ),
    "person_password_expired": WireError("", "Your password has expired.", "page", 200, source=_OWN),
    "login_challenge_unknown": WireError("", "This sign-in is no longer open.", "page", 200, source=_OWN),
    "person_not_assigned": WireError(
        "",
        "User is not assigned to this application.",
        "page",
        200,
        source="github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README, which quotes it as similar",
    ),
    "policy_denied": WireError("", "Policy denied.", "page", 200, source=_OWN),
}
"""What the console says; nothing of it reaches the app."""


@dataclass(frozen=True, slots=True)
class Found:
    """Who typed the right password, and the second factors that are asked for ("totp", "push")."""

    tenant: Tenant
    person: Person
    factors: tuple[str, ...] = ()


def authenticate(service: Service, region: Region, email: str, password: str) -> Found:
    """Check e-mail and password, wherever in the region the person belongs.

    Raises:
        Refusal: "person_unknown", "password_wrong", or "person_" followed by the state.
    """
    for tenant in regions.tenants(service, region):
        if person := tenant.person(email):
            signing_in.check_password(person, password)
            signing_in.check_state(person)
            return Found(tenant, person, person.mfa)
    raise Refusal("person_unknown", login=email)


def factors(found: Found, flow: Flow | None) -> tuple[str, ...]:
    """The second factors to ask for: the person's own, or a one-time code where a policy of the app wants one.

    Setting of the app: `conditional_access` ("mfa", "deny", or None by default; jumpcloud.com/support/conditional-access-policies-product).
    """
    if found.factors or flow is None:
        return found.factors
    return ("totp",) if flow.request.registered().settings.get("conditional_access") == "mfa" else ()


def check_otp(person: Person, otp: str) -> None:
    """Check a one-time code.

    Raises:
        Refusal: "otp_wrong".
    """
    if otp.strip() != str(person.attributes.get("otp", OTP)):
        raise Refusal("otp_wrong", login=person.login)


def check_push(person: Person) -> None:
    """The person approves the push on their phone, unless `attributes` hold "push": "deny".

    Raises:
        Refusal: "push_denied".
    """
    if person.attributes.get("push") == "deny":
        raise Refusal("push_denied", login=person.login)


def is_bound(app: AppRegistration, person: Person) -> bool:
    """Whether the person is in a group that is bound to the app, and named by the registration's `assigned`."""
    bound = app.settings.get("bound_groups")
    return app.admits(person) and (bound is None or any(group.name in bound for group in person.groups))


def check_access(flow: Flow, tenant: Tenant, person: Person) -> None:
    """The person is of the app's organisation, in a bound group, and no policy is in the way.

    Nobody reaches an app without a bound group (jumpcloud.com/support/authorize-users-to-an-sso-application): setting
    `bound_groups` of the app, beside the registration's `assigned`.

    Raises:
        Refusal: "person_not_assigned" or "policy_denied".
    """
    app = flow.request.registered()
    if tenant is not flow.request.tenant or not is_bound(app, person):
        raise Refusal("person_not_assigned", login=person.login, app_name=app.name)
    if app.settings.get("conditional_access") == "deny":
        raise Refusal("policy_denied", login=person.login)


def authentication(service: Service, flow: Flow, portal: Authentication) -> Authentication:
    """The sign-in as Hydra is told of it: by default it happened now, even where the portal's session is older.

    Switch of the organisation: `portal_auth_time` ("fresh", or "session" for the time of the portal's sign-in).
    """
    old = portal.tenant.settings.get("portal_auth_time", "fresh") == "session"
    return Authentication(portal.tenant, portal.person, portal.at if old else service.now(), portal.methods, flow.sid)
