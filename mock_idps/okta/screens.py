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

    from mock_idps.core.model import Tenant
    from mock_idps.core.service import Service
    from mock_idps.core.signing_in import Interaction


def handle(service: Service) -> str:
    """A fresh state handle, as it travels in the pages."""
    return "02.id." + service.token(40)


def show(tenant: Tenant, view: str, state: str = "", *, status: int = 200, **values: Any) -> Response:
    """One view of the widget that the org shows."""
    kit = "gen2" if tenant.settings.get("sign_in") not in {"gen2", "gen3", "classic"} else tenant.settings["sign_in"]
    given: dict[str, Any] = {"error": "", "login": "", "field_errors": {}, **values}
    return pages.render(
        PAGES, f"{view}.html", status, vendor_label=LABEL, org=tenant.name, kit=f"{kit}.html", state=state, **given
    )


def identify(interaction: Interaction, error: str = "", blank: Sequence[str] = ()) -> Response:
    """The first page: the identifier alone, or with the password beside it (`identifier_first`, on)."""
    tenant = interaction.request.home()
    login = interaction.login or interaction.request.get("login_hint")
    both = not tenant.settings.get("identifier_first", True)
    return show(
        tenant, "identify", interaction.id, login=login, both=both, error=error, blank=blank, salt=_salt(interaction)
    )


def password(interaction: Interaction, error: str = "", blank: Sequence[str] = ()) -> Response:
    """The password page of an identifier-first sign-in."""
    tenant = interaction.request.home()
    return show(
        tenant,
        "password",
        interaction.id,
        login=interaction.login,
        error=error,
        blank=blank,
        salt=_salt(interaction),
    )


def consent(interaction: Interaction, scopes: Sequence[str]) -> Response:
    """The consent page of an app whose `consent_method` is REQUIRED."""
    asked = interaction.request
    return show(asked.home(), "consent", interaction.id, app_name=asked.registered().name, scopes=scopes)


def terminal(tenant: Tenant, text: str, *, status: int = 200) -> Response:
    """A page with a message and no way on."""
    return show(tenant, "terminal", error=text, status=status)


def _salt(interaction: Interaction) -> int:
    """A number for the dynamic ids of the second generation's fields ("input28"): never the same twice."""
    return sum(interaction.id.encode()) % 900 + 10
