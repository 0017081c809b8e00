"""Pages of the issuers: one small kit, a vendor's words and steps, and a banner that says it is a mock."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

MOST_KEPT = 500
"""Pages that are kept rendered; a directory has few people, a fuzzer has many names."""

_KEPT: dict[str, str] = {}
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
    return _page(_text(folder, template, values), status)


def filled(folder: Path, template: str, status: int = 200, *, fresh: Mapping[str, str], **values: Any) -> HTMLResponse:
    """A page that differs from an earlier one in the `fresh` values only: rendered once, then filled in.

    Fresh values are base64url, so that they need no escaping anywhere in a page; a template sees them as `slot(name)`.

    Raises:
        jinja2.UndefinedError: As for `render`.
    """
    name = f"{folder}/{template} {values!r}"
    text = _KEPT.get(name)
    if text is None:
        text = _text(folder, template, {**values, **{it: slot(it) for it in fresh}})
        if len(_KEPT) < MOST_KEPT:
            _KEPT[name] = text
    for it, value in fresh.items():
        text = text.replace(slot(it), value)
    return _page(text, status)


def slot(name: str) -> str:
    """What stands for the fresh value called `name` in a page that is kept; letters and hyphens only."""
    return f"--{name}--"


def _text(folder: Path, template: str, values: Mapping[str, Any]) -> str:
    return _environment(folder).get_template(template).render(**values)


def _page(text: str, status: int) -> HTMLResponse:
    headers = {"Cache-Control": "no-store, no-cache", "Pragma": "no-cache", "X-Frame-Options": "DENY"}
    return HTMLResponse(text, status_code=status, headers=headers)
