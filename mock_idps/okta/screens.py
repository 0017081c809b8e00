"""The sign-in pages: which view, in which generation of the widget.

Element names and texts: github.com/okta/okta-signin-widget (src/, playground/mocks, packages/@okta/i18n, test/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mock_idps.core import pages
from mock_idps.okta.answers import LABEL, PAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from mock_idps.core.model import AppRegistration, Tenant
    from mock_idps.core.service import Service
    from mock_idps.core.signing_in import Interaction
    from mock_idps.okta.factors import Factor

GENERATIONS = ("gen2", "gen3", "classic")
_SCOPES = {
    "email": "View your email address.",
    "profile": "View your profile information.",
    "phone": "View your phone number.",
    "address": "View your address.",
}


def handle(service: Service) -> str:
    """A fresh state handle, as it travels in the pages."""
    return "02.id." + service.token(40)


def show(tenant: Tenant, view: str, state: str = "", *, status: int = 200, **values: Any) -> Response:
    """One view, in the generation that the org shows (`sign_in`: "gen2" by default, "gen3", "classic")."""
    generation = tenant.settings.get("sign_in", GENERATIONS[0])
    if generation not in GENERATIONS:
        raise ValueError(f'no sign-in page "{generation}"; "sign_in" is one of {", ".join(GENERATIONS)}')
    # ids of fields are dynamic, and `oktaData` has its hyphens escaped
    fresh = {"state": state, "salt": str(sum(state.encode()) % 90 + 10), "state_token": state.replace("-", r"\x2D")}
    given: dict[str, Any] = {"error": "", "login": "", "blank": (), "inside": bool(state), **values}
    kit = f"{generation}.html"
    return pages.filled(
        PAGES, f"{view}.html", status, fresh=fresh, vendor_label=LABEL, org=tenant.name, kit=kit, **given
    )


def identify(interaction: Interaction, error: str = "", blank: Sequence[str] = ()) -> Response:
    """The first page: the identifier alone, or with the password beside it (`identifier_first`, on)."""
    tenant = interaction.request.home()
    login = interaction.login or interaction.request.get("login_hint")
    both = not tenant.settings.get("identifier_first", True)
    return show(tenant, "identify", interaction.id, login=login, both=both, error=error, blank=blank)


def password(interaction: Interaction, error: str = "", blank: Sequence[str] = ()) -> Response:
    """The password page of an identifier-first sign-in."""
    tenant = interaction.request.home()
    return show(tenant, "password", interaction.id, login=interaction.login, error=error, blank=blank)


def authenticators(interaction: Interaction, has: Sequence[Factor]) -> Response:
    """The list of second factors to choose from."""
    return show(interaction.request.home(), "authenticators", interaction.id, login=interaction.login, factors=has)


def challenge(
    interaction: Interaction, factor: Factor, error: str = "", blank: Sequence[str] = (), *, sent: bool = False
) -> Response:
    """The page of one second factor; `sent` says that a push is on its way."""
    tenant = interaction.request.home()
    values: dict[str, Any] = {
        "login": interaction.login,
        "factor": factor,
        "error": error,
        "blank": blank,
        "sent": sent,
        "several": interaction.person is not None and len(interaction.person.mfa) > 1,
    }
    return show(tenant, "push" if not factor.field else "challenge", interaction.id, **values)


def expired(interaction: Interaction, error: str = "") -> Response:
    """The page on which an expired password is changed."""
    return show(interaction.request.home(), "expired", interaction.id, login=interaction.login, error=error)


def consent(interaction: Interaction, scopes: Sequence[str]) -> Response:
    """The consent page of an app whose `consent_method` is REQUIRED."""
    asked = interaction.request
    told = [_SCOPES.get(scope, scope) for scope in scopes]
    return show(asked.home(), "consent", interaction.id, app_name=asked.registered().name, scopes=told)


def dashboard(tenant: Tenant, name: str, apps: Sequence[AppRegistration]) -> Response:
    """The end user's dashboard with a tile per app that may be launched from there."""
    return show(tenant, "dashboard", name=name, apps=apps)


def terminal(tenant: Tenant, text: str, *, status: int = 200) -> Response:
    """A page with a message and no way on but a new start."""
    return show(tenant, "terminal", error=text, status=status)
