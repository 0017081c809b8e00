"""What may stand between the password and the app, in Entra's order: each gate is one question.

Sources: https://learn.microsoft.com/en-us/entra/identity-platform/application-consent-experience (consent);
github.com/AzureAD/microsoft-authentication-library-for-js samples/e2eTestUtils (the order password, "Stay signed in?",
consent); github.com/Versent/saml2aws pkg/provider/aad (page ids).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mock_idps.core.grants import Authentication
from mock_idps.core.refusal import Refusal
from mock_idps.entra import claims
from mock_idps.entra.authority import CONSUMERS
from mock_idps.entra.request_checks import for_everybody, sent_to
from mock_idps.entra.scopes import GRAPH_ID
from mock_idps.entra.sign_in_errors import ERRORS

if TYPE_CHECKING:
    from mock_idps.core.model import Person, Tenant
    from mock_idps.core.service import Service
    from mock_idps.core.signing_in import Interaction


@dataclass(frozen=True, slots=True)
class Step:
    """A page that a gate puts up; `silent` is the situation that an app hears of which asked with prompt=none."""

    template: str
    silent: str = ""
    values: dict[str, Any] = field(default_factory=dict)


Gate = Callable[["Service", "Interaction"], Step | None]
"""One gate: None lets pass, a step is a page, a Refusal is the end."""


def held(interaction: Interaction) -> Authentication:
    """The account that signed in.

    Raises:
        LookupError: Nobody has yet.
    """
    if interaction.authentication is None:
        raise LookupError("nobody signed in yet; the gates come after the password")
    return interaction.authentication


def visitor(interaction: Interaction) -> Authentication:
    """The account as the tenant signed into knows it: once `home` has passed, perhaps a guest record."""
    found: Authentication = interaction.notes["visitor"]
    return found


def account_state(_: Service, interaction: Interaction) -> Step | None:
    """The account may sign in at all; an expired password is changed on the way, a state of another vendor is a disabled one."""
    person = held(interaction).person
    if person.state == "password_expired":
        return Step("change_password.html", "silent_password", {"login": person.login})
    if person.state not in {"active", "invited"}:
        told = "person_locked" if person.state == "locked" else "person_disabled"
        raise Refusal("silent_account" if interaction.notes.get("silent") else told)
    return None


def home(service: Service, interaction: Interaction) -> Step | None:
    """The account exists in the tenant signed into, as a member or as a guest."""
    account, asked = held(interaction), interaction.request
    where = sent_to(service, asked)
    tenant = account.tenant if where.tenant is None else where.tenant
    person = account.person if account.tenant is tenant else _guest(account, tenant)
    if person is None or _wrong_kind(where.name, account.tenant):
        if interaction.notes.get("silent"):
            raise Refusal("account_ambiguous")
        situation = "consent_from_elsewhere" if for_everybody(asked) else "person_not_here"
        raise Refusal(situation, **_names(interaction, account, tenant))
    if person.state == "invited":
        raise Refusal("person_invited")
    asked.tenant = tenant
    interaction.notes["visitor"] = Authentication(tenant, person, account.at, account.methods, account.session)
    return None


def _guest(account: Authentication, tenant: Tenant) -> Person | None:
    found = tenant.person(account.person.login)
    home_tenant = found.attributes.get("home_tenant") if found else None
    return found if home_tenant in {account.tenant.id, "live.com"} else None


def _wrong_kind(name: str, tenant: Tenant) -> bool:
    return (name == "organizations" and tenant.id == CONSUMERS) or (name == "consumers" and tenant.id != CONSUMERS)


def _names(interaction: Interaction, account: Authentication, tenant: Tenant) -> dict[str, str]:
    app = interaction.request.registered()
    return {
        "login": account.person.login,
        "idp": "live.com" if account.tenant.id == CONSUMERS else claims.identity_provider(account.tenant.id),
        "tenant": tenant.name,
        "client_id": app.client_id,
        "app_name": app.name,
    }


def second_factor(_: Service, interaction: Interaction) -> Step | None:
    """People with a second factor are asked for it once per session; who must have one and has none enrols.

    App setting "mfa_required", person attribute "must_enrol".
    """
    person, app = visitor(interaction).person, interaction.request.registered()
    if "mfa" in held(interaction).methods:
        return None
    if person.mfa:
        template = "push.html" if person.mfa[0] == "push" else "code.html"
        return Step(template, "silent_mfa", {"login": person.login, "number": "42", "outcome": ""})
    if app.settings.get("mfa_required") or person.attributes.get("must_enrol"):
        return Step("more_information.html", "silent_enrolment", {"login": person.login})
    return None


def access_policy(_: Service, interaction: Interaction) -> Step | None:
    """Conditional Access: app setting or person attribute "conditional_access" is "block" or "compliant_device"."""
    person, app = visitor(interaction).person, interaction.request.registered()
    policy = person.attributes.get("conditional_access") or app.settings.get("conditional_access")
    if policy is None:
        return None
    if interaction.notes.get("silent"):
        raise Refusal("silent_blocked")
    raise Refusal("device_not_compliant" if policy == "compliant_device" else "access_blocked")


def assignment(_: Service, interaction: Interaction) -> Step | None:
    """The person is assigned to the app, where its admin demands that (`AppRegistration.assigned`)."""
    person, app = visitor(interaction).person, interaction.request.registered()
    if app.admits(person) or for_everybody(interaction.request):
        return None
    situation = "silent_not_assigned" if interaction.notes.get("silent") else "person_not_assigned"
    raise Refusal(situation, login=person.login, client_id=app.client_id, app_name=app.name)


def stay_signed_in(_: Service, interaction: Interaction) -> Step | None:
    """The question "Stay signed in?" after a fresh password; tenant setting "kmsi" switches the question off."""
    person, tenant = visitor(interaction).person, visitor(interaction).tenant
    asked = interaction.notes.get("fresh") and "kmsi" not in interaction.notes
    if not asked or not tenant.settings.get("kmsi", True) or person.attributes.get("kmsi_never"):
        return None
    return Step("stay_signed_in.html", values={"login": person.login})


def consent(service: Service, interaction: Interaction) -> Step | None:
    """The app was consented to: by an admin (default), or app setting "consent" is "user" or "admin"."""
    person, tenant = visitor(interaction).person, visitor(interaction).tenant
    asked, app = interaction.request, interaction.request.registered()
    needed = "admin" if for_everybody(asked) else str(app.settings.get("consent", "granted"))
    given = {(person.id, app.client_id), (tenant.id, app.client_id)} & service.grants.consents
    wanted = asked.get("prompt") == "consent" or for_everybody(asked)
    forced = wanted and not interaction.notes.get("consented")
    if not forced and (needed == "granted" or given):
        return None
    admin = bool(person.attributes.get("admin"))
    values = {"login": person.login, "app_name": app.name, "admin": admin, "permissions": _permissions(interaction)}
    if needed == "admin" and not admin:
        wire = ERRORS["admin_consent_needed"]
        return Step("approval.html", "silent_consent", values | {"reason": f"AADSTS{wire.code}: {wire.description}"})
    return Step("consent.html", "silent_consent", values)


def _permissions(interaction: Interaction) -> list[str]:
    told = ["Sign you in and read your profile"]
    if "offline_access" in interaction.request.words("scope"):
        told.append("Maintain access to data you have given it access to")
    return told


def silent_detail(interaction: Interaction) -> dict[str, str]:
    """What fills the texts of a refusal under prompt=none."""
    app = interaction.request.registered()
    return {"client_id": app.client_id, "app_name": app.name, "resource": GRAPH_ID}


GATES: tuple[Gate, ...] = (account_state, home, second_factor, access_policy, assignment, stay_signed_in, consent)
"""In Entra's order."""
