"""Pages of the issuers: one small kit, a vendor's words and steps, and a banner that says it is a mock."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

KIT = Path(__file__).parent / "kit"


@cache
def _environment(folder: Path) -> Environment:
    loader = FileSystemLoader([folder, KIT])
    # auto_reload would look at every template's file for every page
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render(folder: Path, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page from a vendor's `folder` of templates; never cacheable, never framed.

    Raises:
        jinja2.UndefinedError: A template names a value that was not given.
    """
    text = _environment(folder).get_template(template).render(**values)
    headers = {"Cache-Control": "no-store, no-cache", "Pragma": "no-cache", "X-Frame-Options": "DENY"}
    return HTMLResponse(text, status_code=status, headers=headers)
