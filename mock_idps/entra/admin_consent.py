"""The admin consent endpoint: an administrator consents for everybody before anybody signs in.

Source: https://learn.microsoft.com/en-us/entra/identity-platform/v2-admin-consent; what comes back after Cancel, and for
an account of another tenant, is captured in https://github.com/MicrosoftDocs/azure-docs/issues/114009.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core import authorization
from mock_idps.core.refusal import Refusal
from mock_idps.entra import authority, authorize, request_checks
from mock_idps.entra.answers import refuse

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.service import Service

CHECKS = (
    authorization.client_id_present,
    request_checks.client_known,
    request_checks.audience_fits,
    request_checks.client_active,
    request_checks.redirect_uri_fits,
)


async def admin_consent(service: Service, request: Request) -> Response:
    """GET /{tenant}[/v2.0]/adminconsent: sign in, consent, and back with "admin_consent=True" and neither code nor token."""
    asked = await authorization.read(request)
    service.note("admin_consent", asked.parameters, request.headers)
    try:
        request_checks.situate(asked, authority.of(service, request), v1=False)
        asked.extra["purpose"] = request_checks.FOR_EVERYBODY
        authorization.run(CHECKS, service, asked)
        return await authorize.decide(service, request, asked)
    except Refusal as refusal:
        return refuse(service, request, refusal, asked)
