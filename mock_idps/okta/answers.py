"""How Okta answers: the page for people, the API shape for programs, the redirect to the app.

Sources: headers from a trial org's exchange of September 2026 and from Okta's recordings
(github.com/okta/samples-nodejs-express-4 `tools/mock-okta/tapes`); the API shape: developer.okta.com/docs/reference/error-codes/;
the order of error parameters: raw Location headers in github.com/Netflix/consoleme/issues/9075 and
github.com/n8n-io/n8n/issues/20170; the page: a captured "400 Bad Request" page of an org.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.responses import HTMLResponse, Response

from mock_idps.core import pages, responses
from mock_idps.core.refusal import WireError, worded
from mock_idps.okta.errors import DECISION, REQUEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.model import Tenant
    from mock_idps.core.refusal import Refusal
    from mock_idps.core.service import Service

PAGES = Path(__file__).parent / "pages"
LABEL = "Okta"
NO_STORE = {"Cache-Control": "no-cache, no-store", "Pragma": "no-cache", "Expires": "0"}
STYLE = responses.ResponseStyle(
    headers={"Referrer-Policy": "no-referrer", **NO_STORE, "Content-Language": "en"},
)
BOOK = {**REQUEST, **DECISION}
_TITLES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Page Not Found", 429: "Too Many Requests"}


def request_id(service: Service) -> dict[str, str]:
    """The header that names a request: 32 hexadecimal digits."""
    return {"X-Okta-Request-Id": service.random.randbytes(16).hex()}


def as_json(service: Service, body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A compact JSON answer that is never cached, unless `headers` say so."""
    text = json.dumps(body, separators=(",", ":"), ensure_ascii=False)
    told = {**NO_STORE, **request_id(service), **(headers or {})}
    return Response(text, status, headers=told, media_type="application/json")


def api_error(
    service: Service, code: str, summary: str, status: int, headers: Mapping[str, str] | None = None
) -> Response:
    """An error in the shape of Okta's API, which has no member "error"."""
    body = {
        "errorCode": code,
        "errorSummary": summary,
        "errorLink": code,
        "errorId": "oae" + service.token(22),
        "errorCauses": [],
    }
    return as_json(service, body, status, headers)


def wants_html(request: Request) -> bool:
    """Whether the caller is a browser: others get the API shape instead of a page."""
    return "text/html" in request.headers.get("accept", "")


def dead_end(
    service: Service, request: Request, tenant: Tenant | None, wire: WireError, text: str, *, status: int = 0
) -> Response:
    """The page from which no way leads back to the app, or its API shape; `status` overrides the wording's."""
    status = status or wire.status
    if not wants_html(request):
        return api_error(service, wire.error or wire.code, text, status)
    title = _TITLES.get(status, "Error")
    page = pages.render(
        PAGES,
        "error.html",
        status,
        vendor_label=LABEL,
        org=tenant.name if tenant else "",
        number=status,
        reason=title,
        error=wire.error or wire.code,
        description=text,
    )
    page.headers.update(request_id(service))
    return page


def refuse(service: Service, request: Request, asked: AuthorizationRequest, refusal: Refusal) -> Response:
    """Say a refusal of an authorization request where Okta says it."""
    wire = worded(BOOK, refusal)
    text = wire.text(refusal.detail)
    if wire.place != "redirect" or not asked.trusted:
        return dead_end(service, request, asked.tenant, wire, text)
    state = {"state": asked.get("state")} if asked.get("state") else {}
    return to_app(service, asked, {**state, "error": wire.error, "error_description": text})


def to_app(service: Service, asked: AuthorizationRequest, parameters: Mapping[str, str]) -> Response:
    """Send an authorization response in the mode that was asked for; an unknown mode falls back to the query."""
    tokens = {"id_token", "token"} & set(asked.words("response_type"))
    mode = asked.get("response_mode") or ("fragment" if tokens else "query")
    uri = asked.get("redirect_uri")
    if mode == "okta_post_message":
        told = service.fault.authorization_response(dict(parameters))
        return HTMLResponse(_message_page(uri, told), headers=dict(NO_STORE))
    answer = responses.send(service, STYLE, uri, mode if mode in {"fragment", "form_post"} else "query", parameters)
    answer.headers.update(request_id(service))
    return answer


def _message_page(redirect_uri: str, parameters: Mapping[str, str]) -> str:
    """The page of `okta_post_message`: it posts the parameters to the window that opened or frames it."""
    origin = "/".join(redirect_uri.split("/")[:3])
    data = json.dumps(dict(parameters)).replace("<", "\\u003c")
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(LABEL)}</title></head><body><script>'
        f"(window.opener || window.parent).postMessage({data}, {json.dumps(origin)});</script></body></html>"
    )


def not_found(service: Service, request: Request) -> Response:
    """A path that the org does not serve: a page for people, the API shape for programs.

    Which code a program gets is not attested; E0000008 is the API's for a path that it does not have.
    """
    wire = WireError("", "The requested path was not found", "page", 404, "E0000008")
    return dead_end(service, request, None, wire, wire.description)
