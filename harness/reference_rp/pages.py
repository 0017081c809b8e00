"""Pages: templates filled and answered. Values are escaped by the template engine; nothing is marked safe."""

import logging
import re
import secrets
from pathlib import Path
from typing import Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import advice, visit
from .refusal import Refusal

LOGGER = logging.getLogger("harness.reference_rp")
FOLDER = Path(__file__).parent

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined, auto_reload=False
)
# Values another party chose go through this filter, so that one place decides how they are shown.
_ENVIRONMENT.filters["shown"] = lambda value: shown(value)  # noqa: PLW0108 - looked up at each use, so that it can be replaced


def shown(value: object) -> object:
    """Text of another party, without control characters and at a readable length; the template escapes it."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+", " ", str(value))[:300]


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """The page made from `template`; every page knows the product and whether somebody is signed in."""
    party = visit.party(request)
    values.setdefault("visitor", None)
    text = _ENVIRONMENT.get_template(template).render(product=party.configuration.product, **values)
    return HTMLResponse(text, status)


def refused(request: Request, refusal: Refusal, *, organisation: str = "", idp: str = "") -> Response:
    """The page for a refusal, with the reference under which the log has it."""
    reference = log(refusal, organisation=organisation, idp=idp)
    told = advice.of(refusal.check, refusal.idp_error)
    return page(request, "refused.html", told.status, refusal=refusal, advice=told, reference=reference)


def log(refusal: Refusal, *, organisation: str = "", idp: str = "") -> str:
    """Write a refusal's one line to the log; its reference is returned."""
    reference = secrets.token_hex(4).upper()
    LOGGER.warning(
        'refused check=%s reference=%s organisation="%s" idp="%s" error="%s" detail="%s"',
        refusal.check,
        reference,
        *(_logged(value) for value in (organisation, idp, refusal.idp_error, refusal.detail)),
    )
    return reference


def _logged(value: str) -> str:
    """A value as it may stand in one log line: printable ASCII, no double quotes, no line breaks."""
    return re.sub(r"[^ -~]", "?", value.replace('"', "'"))[:200]
