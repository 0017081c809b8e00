"""How a client proves itself at /token, /introspect, /revoke and /par.

Rules and texts: Okta's catalogue of OAuth errors; the order: github.com/blacklanternsecurity/bbot and
github.com/trufflesecurity/trufflehog send bogus codes and are told about the client first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core import token_request as core
from mock_idps.core.refusal import Refusal
from mock_idps.okta import assertion
from mock_idps.okta.servers import requested

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest

_SECRETS = frozenset({"client_id", "client_secret", "client_assertion"})


async def authenticated(service: Service, request: Request, endpoint: str) -> TokenRequest:
    """Read a request, note it under `endpoint`, and check who sent it.

    Raises:
        Refusal: By the first check of the client that fails.
    """
    asked = await core.read(request)
    service.note(endpoint, asked.form, request.headers)
    server = requested(service, request)
    if not server.available:
        raise Refusal("feature_not_enabled")
    if not server.exists:
        raise Refusal("server_unknown", asid=server.asid)
    asked.tenant = server.tenant
    asked.issuer = server.issuer()
    await _check_form(request, asked)
    if asked.get("client_assertion"):
        assertion.prove(service, asked, {str(request.url), asked.issuer.url})
    core.run(_CLIENT, service, asked)
    if server.asid and asked.registered().settings.get("published"):
        raise Refusal("server_not_for_client")
    return asked


async def _check_form(request: Request, asked: TokenRequest) -> None:
    """Parameters once each, credentials in the right place, and one kind only.

    Raises:
        Refusal: "token_parameter_repeated" (by the org's switch `repeated_parameter_wording`: "other" the catalogue's
            second sentence, which names them), "credentials_in_query", "basic_malformed" or "two_credentials".
    """
    names = [name for name, _ in (await request.form()).multi_items()]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        named = asked.tenant is not None and asked.tenant.settings.get("repeated_parameter_wording") == "other"
        raise Refusal(f"token_parameter_repeated{'_named' if named else ''}", parameters=", ".join(repeated))
    if _SECRETS & set(request.query_params):
        raise Refusal("credentials_in_query")
    scheme = request.headers.get("authorization", "").partition(" ")[0].casefold()
    has_basic = asked.method in {"client_secret_basic", "several"}
    if scheme == "basic" and not has_basic:
        raise Refusal("basic_malformed")
    kinds = [has_basic, "client_secret" in asked.form, "client_assertion" in asked.form]
    if sum(kinds) > 1:
        raise Refusal("two_credentials")


def _something_given(_: Service, asked: TokenRequest) -> None:
    if not asked.client_id:
        raise Refusal("credentials_missing")


def _secret_matches(service: Service, asked: TokenRequest) -> None:
    if not asked.method.endswith("_jwt"):
        core.secret_matches(service, asked)


_CLIENT = (
    _something_given,
    core.client_known,
    core.secret_present,
    core.method_registered,
    _secret_matches,
)
