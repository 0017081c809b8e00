"""How a refusal goes out: a dead-end page, a redirect to the app, or a JSON body."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.responses import Response

from mock_idps.core import pages, responses
from mock_idps.core.refusal import Refusal, WireError, worded
from mock_idps.entra import clouds, compact, headers, trace
from mock_idps.entra.form_post import hidden_form
from mock_idps.entra.grant_errors import OLDER as OLDER_TOKEN
from mock_idps.entra.sign_in_errors import ERRORS, OLDER
from mock_idps.entra.token_errors import TOKEN_ERRORS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.model import Tenant
    from mock_idps.core.service import Service
    from mock_idps.entra.trace import Trace

PAGES = Path(__file__).parent / "pages"
LABEL = "Microsoft Entra ID"
HIDDEN = "{EmailHidden}"
"""What a redirected error says instead of a person's name (captured)."""

STYLE = responses.ResponseStyle(encode=responses.percent_lower, tail="#", form=hidden_form, headers=headers.NOT_STORED)
"""Lower-case escapes, and an empty fragment at the end of a query answer."""

PAGE = {**headers.NOT_STORED, "X-Frame-Options": "DENY"}
"""Headers of every page."""

_TAG = re.compile(r"</?[A-Za-z][^>]*>")

ALL = {**ERRORS, **TOKEN_ERRORS}
ALL_OLDER = {**ALL, **OLDER, **OLDER_TOKEN}


def wording(refusal: Refusal, tenant: Tenant | None) -> WireError:
    """The row of the error book; tenant setting "error_texts": "older" picks earlier wordings."""
    older = tenant is not None and tenant.settings.get("error_texts") == "older"
    return worded(ALL_OLDER if older else ALL, refusal)


def sentence(wire: WireError, detail: Mapping[str, str]) -> str:
    """The text with its number in front; "" when the wire carries none."""
    return f"AADSTS{wire.code}: {wire.text(detail)}" if wire.description else ""


def page(service: Service, template: str, status: int = 200, **values: Any) -> Response:
    """A page of the sign-in host, with the captured headers."""
    answer = pages.render(PAGES, template, status, vendor_label=LABEL, **values)
    return headers.stamp(service, answer, trace.identifier(service))


def form_page(
    service: Service, template: str, values: Mapping[str, Any], fresh: Mapping[str, str], host: str
) -> Response:
    """A page of an interaction, with the captured headers; `fresh` are values that are new each time, `host` the sign-in host."""
    trace_id = trace.identifier(service)
    filled = {**fresh, "session_id": trace_id}
    answer = pages.filled(PAGES, template, fresh=filled, vendor_label=LABEL, **values)
    answer.headers.update(PAGE)
    return headers.stamp(service, answer, trace_id, binds=host)


def refuse(service: Service, request: Request, refusal: Refusal, asked: AuthorizationRequest | None = None) -> Response:
    """Answer a refusal in the browser: back to the app where the book says so and the redirect URI is known good."""
    wire = wording(refusal, asked.tenant if asked else None)
    stamped = trace.start(service, request)
    if wire.place == "redirect" and asked is not None and asked.trusted:
        told = error_parameters(stamped, wire, refusal.detail)
        more = {"admin_consent": "True"} if asked.extra.get("purpose") else {}
        return to_app(service, asked, told | more, stamped)
    text = sentence(wire, refusal.detail)
    answer = pages.render(
        PAGES, "error.html", wire.status, vendor_label=LABEL, trace=stamped, text=text, code=wire.code
    )
    return headers.stamp(service, answer, stamped.trace_id, binds=clouds.of(request.url.hostname).login)


def error_parameters(stamped: Trace, wire: WireError, detail: Mapping[str, str]) -> dict[str, str]:
    """An error as parameters in captured order; `state` is added by `to_app`."""
    told = {"error": wire.error, **wire.members}
    if text := sentence(wire, {**detail, "login": HIDDEN}):
        told["error_description"] = stamped.describe(text)
        told["error_uri"] = f"https://login.microsoftonline.com/error?code={wire.code}"
    return told


def to_app(
    service: Service, asked: AuthorizationRequest, told: Mapping[str, str], stamped: Trace | None = None
) -> Response:
    """Send parameters to the app's redirect URI; `state` stands before `session_state`, and only if it was sent.

    `stamped` is the trace that an error among the parameters names.
    """
    parameters = dict(told)
    if "state" in asked.parameters:
        last = parameters.pop("session_state", None)
        parameters["state"] = without_html(asked.get("state"))
        if last is not None:
            parameters["session_state"] = last
    answer = responses.send(service, STYLE, with_path(asked.extra["redirect_uri"]), asked.response_mode, parameters)
    return headers.stamp(service, answer, stamped.trace_id if stamped else trace.identifier(service))


def with_path(redirect_uri: str) -> str:
    """A redirect URI without a path gets "/" (https://learn.microsoft.com/en-us/entra/identity-platform/reply-url)."""
    return redirect_uri if urlsplit(redirect_uri).path else f"{redirect_uri}/"


def without_html(state: str) -> str:
    """`state` with HTML tags taken out (https://learn.microsoft.com/en-us/entra/identity-platform/reply-url)."""
    return _TAG.sub("", state) if "<" in state else state


def error_body(
    service: Service,
    request: Request,
    refusal: Refusal,
    tenant: Tenant | None = None,
    *,
    under: Mapping[str, str] = headers.NOT_STORED,
) -> Response:
    """A JSON error with members in captured order; "error_uri" only where Microsoft has a look-up entry.

    `under` are the headers that say how long the answer may be kept.
    """
    wire = wording(refusal, tenant)
    stamped = trace.start(service, request)
    told = _members(wire, stamped, sentence(wire, refusal.detail))
    text = compact.text(told)
    told_by = {**under, "x-ms-clitelem": f"1,{wire.code},0,,"}
    answer = Response(text, wire.status, told_by, media_type="application/json; charset=utf-8")
    return headers.stamp(service, answer, stamped.trace_id)


def _members(wire: WireError, stamped: Trace, text: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "error": wire.error,
        "error_description": stamped.describe(text),
        "error_codes": [int(wire.code)],
        "timestamp": stamped.timestamp,
        "trace_id": stamped.trace_id,
        "correlation_id": stamped.correlation_id,
    }
    if wire.members.get("lookup", True):
        told["error_uri"] = f"https://login.microsoftonline.com/error?code={wire.code}"
    return told | {name: value for name, value in wire.members.items() if name != "lookup"}
