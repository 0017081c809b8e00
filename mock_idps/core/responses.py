"""Sending the authorization response back: query, fragment or form_post, in a vendor's own spelling."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from starlette.responses import HTMLResponse, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mock_idps.core.service import Service


def percent_lower(text: str) -> str:
    """Form encoding with lower-case escapes (`%3a`)."""
    quoted = quote_plus(text, safe="")
    parts = quoted.split("%")
    return parts[0] + "".join("%" + part[:2].lower() + part[2:] for part in parts[1:])


@dataclass(frozen=True, slots=True)
class ResponseStyle:
    """How a vendor spells an authorization response.

    `status` is that of the redirect; `encode` quotes one value; `tail` ends a query answer (Entra: "#"); `form` is the
    page of a form_post answer as a template function of (redirect URI, parameters); `headers` go with every redirect.
    """

    status: int = 302
    encode: Callable[[str], str] = quote_plus
    tail: str = ""
    form: Callable[[str, Mapping[str, str]], str] | None = None
    headers: Mapping[str, str] | None = None


def send(
    service: Service, style: ResponseStyle, redirect_uri: str, mode: str, parameters: Mapping[str, str]
) -> Response:
    """Send `parameters` to `redirect_uri` in response mode `mode`, after the fault in force had its say.

    Shapes: "query" and "fragment" answer with a redirect (OAuth 2.0 Multiple Response Types, 2.1), "form_post" with a
    page that posts itself (OAuth 2.0 Form Post Response Mode, 2).
    """
    told = service.fault.authorization_response(dict(parameters))
    if mode == "form_post":
        page = style.form or posting_page
        return HTMLResponse(page(redirect_uri, told), headers={"Cache-Control": "no-store"})
    encoded = "&".join(f"{name}={style.encode(value)}" for name, value in told.items())
    if mode == "fragment":
        location = f"{redirect_uri}#{encoded}"
    else:
        location = f"{redirect_uri}{'&' if '?' in redirect_uri else '?'}{encoded}{style.tail}"
    return Response(status_code=style.status, headers={"Location": location, **(style.headers or {})})


def after_logout(uri: str, state: str) -> str:
    """A `post_logout_redirect_uri` with the request's state, if there was one (RP-Initiated Logout 1.0, 3)."""
    return f"{uri}{'&' if '?' in uri else '?'}state={quote_plus(state)}" if state else uri


def posting_page(action: str, parameters: Mapping[str, str], *, title: str = "Submit This Form", name: str = "") -> str:
    """A page that posts `parameters` to `action` by script, with a button for browsers without one."""
    inputs = "".join(
        f'<input type="hidden" name="{escape(key)}" value="{escape(value)}">' for key, value in parameters.items()
    )
    named = f' name="{escape(name)}"' if name else ""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
        f'<body onload="document.forms[0].submit()"><form method="post"{named} action="{escape(action)}">{inputs}'
        "<noscript><p>Script is switched off. Press the button to continue.</p>"
        '<button type="submit">Continue</button></noscript></form></body></html>'
    )
