"""What Entra says at the token endpoint: JSON bodies, row by row.

Numbers: https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes (DOCS). "Captured" rows are from
github.com/calvinchengx/entra-emulator e2e/differential/testdata/fixtures (a live tenant, 2026-08-13). Statuses: invalid_client
is 401 and everything else 400 wherever a capture shows it; the rest follows that rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import WireError
from mock_idps.entra.errors import CAPTURED, DISABLED_APP, DOCS, LOOP, NEEDED, NO_APP, NO_TENANT, RECORDED, body
from mock_idps.entra.grant_errors import GRANT, PERSON

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook


REQUEST: ErrorBook = {
    "metadata_tenant_unknown": body("90002", "invalid_tenant", NO_TENANT, RECORDED),
    "token_tenant_unknown": body("90002", "invalid_request", NO_TENANT, RECORDED),
    "instance_unknown": body("50049", "invalid_instance", "Unknown or invalid instance."),
    "grant_type_missing": body("900144", "invalid_request", NEEDED),
    "grant_type_unsupported": body(
        "70003",
        "unsupported_grant_type",
        "The app requested an unsupported grant type '{grant}'.",
        CAPTURED,
        lookup=False,
    ),
    "parameter_missing": body("900144", "invalid_request", NEEDED),
    "resource_unknown": body(
        "500011",
        "invalid_resource",
        "The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the "
        "application has not been installed by the administrator of the tenant or consented to by any user in the "
        "tenant. You might have sent your authentication request to the wrong tenant.",
        CAPTURED,
    ),
    "scope_invalid": body(
        "70011",
        "invalid_scope",
        "The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
    ),
    "token_loop_detected": body("50196", "invalid_request", LOOP, "https://github.com/pnp/powershell/issues/2995"),
    "token_service_unavailable": WireError(
        "temporarily_unavailable",
        "A transient error has occurred. Please try again.",
        "body",
        503,
        "90033",
        source=DOCS,
    ),
}
"""Refusals of the request itself."""

CLIENT: ErrorBook = {
    "token_client_unknown": body(
        "700016", "unauthorized_client", NO_APP, "https://github.com/12Knocksinna/Office365itpros/issues/23"
    ),
    "client_identifier_invalid": body(
        "700038", "unauthorized_client", "{client_id} is not a valid application identifier.", CAPTURED, lookup=False
    ),
    "token_client_inactive": body("7000112", "unauthorized_client", DISABLED_APP),
    "credentials_missing": body(
        "7000218",
        "invalid_client",
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ),
    "credentials_of_app_missing": body(
        "7000216",
        "invalid_client",
        "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
        "a 401 in recorded HTTP of github.com/Azure/azure-sdk-for-js",
    ),
    "secret_of_public_client": body(
        "700025",
        "invalid_client",
        "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    ),
    "secret_wrong": body(
        "7000215",
        "invalid_client",
        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not "
        "the client secret ID, for a secret added to app '{client_id}'.",
        CAPTURED,
    ),
    "secret_expired": body(
        "7000222",
        "invalid_client",
        "The provided client secret keys for app '{client_id}' are expired. Visit the Azure portal to create new keys "
        "for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: "
        "https://aka.ms/certCreds.",
        "https://github.com/liprec/vsts-release-aas/issues/119",
    ),
    "assertion_invalid": body(
        "700027", "invalid_client", "Client assertion contains an invalid signature. [Reason - The key was not found.]"
    ),
}
"""Refusals of the client."""

TOKEN_ERRORS: ErrorBook = {**REQUEST, **CLIENT, **GRANT, **PERSON}
"""Everything said at the token endpoint."""
