"""Response headers and cookies that Entra sets on every answer, as captured.

Source: recorded HTTP in github.com/Azure/azure-sdk-for-js (2021-05-04, 2021-10-29, 2022-03-31).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.responses import Response

    from mock_idps.core.service import Service

BUILD = "2.1.22250.6 - EUS ProdSlices"
"""A build and region as in "x-ms-ests-server"; the real one changes with every deployment."""

EVERYWHERE = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "P3P": 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    "x-ms-ests-server": BUILD,
    "X-XSS-Protection": "0",
}
"""On every answer of a sign-in host."""

DOCUMENT = {
    "Cache-Control": "max-age=86400, private",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, OPTIONS",
}
"""On metadata and keys."""

NOT_STORED = {"Cache-Control": "no-store, no-cache", "Pragma": "no-cache", "Expires": "-1"}
"""On tokens and pages."""

_MONTH = 30 * 24 * 3600
_FIXED = (
    "x-ms-gateway-slice=estsfd; path=/; secure; samesite=none; httponly",
    "stsservicecookie=estsfd; path=/; secure; samesite=none; httponly",
)


_EVERYWHERE = [(name.lower().encode(), value.encode()) for name, value in EVERYWHERE.items()]
_COOKIES = [(b"set-cookie", cookie.encode()) for cookie in _FIXED]


def stamp(service: Service, response: Response, trace_id: str, binds: str = "") -> Response:
    """Put the captured headers and cookies on an answer of a sign-in host.

    `binds` is that host, where the cookie "esctx" ties the browser to it: on metadata, keys and pages, not on tokens.
    """
    until = time.strftime("%a, %d-%b-%Y %H:%M:%S GMT", time.gmtime(service.now() + _MONTH))
    fpc = f"fpc={service.token(32)}; expires={until}; path=/; secure; HttpOnly; SameSite=None"
    response.raw_headers += [
        *_EVERYWHERE,
        (b"x-ms-request-id", trace_id.encode()),
        (b"set-cookie", fpc.encode()),
    ]
    if binds:
        esctx = f"esctx={service.token(64)}; domain=.{binds}; path=/; secure; HttpOnly; SameSite=None"
        response.raw_headers.append((b"set-cookie", esctx.encode()))
    response.raw_headers += _COOKIES
    return response


def set_cookie(response: Response, name: str, value: str, *, seconds: int | None = None, script: bool = False) -> None:
    """Set one of the issuer's own cookies; without `seconds` it ends with the browser, `script` may read it.

    All are SameSite=None (captured), since a form_post answer and a silent frame are cross-site.
    """
    lives = "" if seconds is None else f"; max-age={seconds}"
    guarded = "" if script else "; HttpOnly"
    cookie = f"{name}={value}{lives}; path=/; secure{guarded}; SameSite=None"
    response.raw_headers.append((b"set-cookie", cookie.encode()))
