"""Pages: templates filled, with everything they need inside one file; nothing is ever fetched."""

from __future__ import annotations

import base64
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from harness.record.events import Picture
from harness.record.explain import lookup
from harness.record.recording import TRACE, Recording
from harness.report.story import ending, tell

FILE = "timeline.html"
"""The name of the timeline in the folder of its case."""

_LONG = 120
"""Characters from which a token is shortened in a table."""

_MASK = re.compile(r"\[masked:([^:\]]+):([0-9a-f]+):(\d+)\]")


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "pages")
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "breakable": breakable,
        "masked": masked,
        "pretty": pretty,
        "shortened": shortened,
        "json": _json,
        "cookie_reason": lookup.reason,
    }
    return environment


def render(template: str, **values: Any) -> str:
    """A whole page.

    Raises:
        jinja2.UndefinedError: The template names a value that was not given.
    """
    return _environment().get_template(template).render(**values)


def timeline(
    recording: Recording, twin: Recording | None = None, *, folder: Path | None = None, index: str = "", note: str = ""
) -> str:
    """The timeline of one login; pictures are taken from `folder` into the page, `index` links back to the report."""
    return render(
        "timeline.html",
        story=tell(recording, twin),
        head=recording.head,
        end=recording.end,
        ending=ending(recording.end),
        pictures=pictures(recording, folder),
        index=index,
        note=note,
        trace=TRACE if folder and (folder / TRACE).exists() else "",
    )


def pictures(recording: Recording, folder: Path | None) -> dict[str, str]:
    """The screenshots of a recording as data URLs, by file name; one that is gone is left out."""
    found = {}
    for picture in recording.of(Picture):
        path = folder / Path(picture.file).name if folder else None
        if path and path.is_file():
            found[picture.file] = "data:image/jpeg;base64," + base64.b64encode(path.read_bytes()).decode()
    return found


def masked(value: object) -> Markup:
    """Text with its masks drawn as such; everything else is escaped."""
    return Markup(  # noqa: S704 - escaped first; only the mask's own letters and digits are put back
        _MASK.sub(
            r'<span class="masked" title="\3 characters; equal marks are equal secrets">masked \1 #\2</span>',
            str(escape(value)),
        )
    )


def shortened(value: str) -> str:
    """A parameter's value for a table: of a long token its beginning, since it stands decoded and whole elsewhere."""
    if value.startswith("eyJ") and len(value) > _LONG:
        return f"{value[:24]}… ({len(value)} characters; whole in the body)"
    return value


def breakable(text: str) -> Markup:
    """A name that may be broken after its slashes and underscores."""
    return Markup("<wbr>").join(re.split(r"(?<=[/_])", text))


def pretty(text: str) -> str:
    """A JSON body indented; anything else as it is."""
    try:
        return _json(json.loads(text)) if text.startswith(("{", "[")) else text
    except ValueError:
        return text


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
