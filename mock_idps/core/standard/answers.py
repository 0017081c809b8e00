"""Sending codes and refusals back: to the app, or to a page of the issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from mock_idps.core import pages, responses
from mock_idps.core.standard.errors import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.refusal import Refusal, WireError
    from mock_idps.core.service import Service
    from mock_idps.core.standard.description import Description
    from mock_idps.core.standard.sites import Site

NO_STORE = {"Cache-Control": "no-store", "Pragma": "no-cache"}
STYLE = responses.ResponseStyle(headers=NO_STORE)


def worded(described: Description, refusal: Refusal) -> WireError:
    """The vendor's wording; a state of a person that no row words is a disabled account."""
    fallback = described.errors["person_disabled"] if refusal.situation.startswith("person_") else UNKNOWN
    return described.errors.get(refusal.situation, fallback)


def to_the_app(
    service: Service,
    described: Description,
    site: Site,
    asked: AuthorizationRequest,
    order: tuple[str, ...],
    values: Mapping[str, str],
) -> Response:
    """Send parameters in the vendor's order; "iss" goes along where the metadata promises it (RFC 9207, 3)."""
    known = {**described.answer.constants, "state": asked.get("state"), **values}
    if site.document.get("authorization_response_iss_parameter_supported"):
        known["iss"] = site.issuer.url
    ordered = {name: known[name] for name in order if known.get(name)}
    mode = asked.response_mode if asked.response_mode in {"fragment", "form_post"} else "query"
    return responses.send(service, STYLE, asked.get("redirect_uri"), mode, ordered)


def refuse(
    service: Service, described: Description, site: Site, asked: AuthorizationRequest, refusal: Refusal
) -> Response:
    """Say a refusal of an authorization request where the vendor says it."""
    wire = worded(described, refusal)
    text = wire.text(refusal.detail)
    if wire.place == "redirect" and asked.trusted:
        told = {"error": wire.error, "error_description": text}
        return to_the_app(service, described, site, asked, described.answer.error_order, told)
    return error_page(described, wire, text)


def error_page(described: Description, wire: WireError, text: str) -> Response:
    """The page from which no way leads back to the app."""
    values = {"error": wire.error, "code": wire.code, "text": text, "number": wire.status}
    return pages.render(described.pages, "error.html", wire.status, vendor_label=described.label, **values)


def body(described: Description, refusal: Refusal) -> Response:
    """A JSON refusal (RFC 6749, 5.2)."""
    wire = worded(described, refusal)
    told = {"error": wire.error}
    if text := wire.text(refusal.detail):
        told["error_description"] = text
    return JSONResponse(told, wire.status, NO_STORE)
