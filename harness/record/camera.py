"""What is seen beside the wire: the browser's own words, screenshots, Playwright's trace; one camera for one case."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from playwright.sync_api import Error

from harness.record.browser_events import BrowserListener
from harness.record.recording import TRACE
from harness.record.steps import Narrator

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from harness.record.tape import Tape

Pictures = Literal["none", "end", "steps"]
"""When screenshots are taken: never, at the end, or after each step too, inner ones included."""

_THE_END = "the end"

_PATIENCE = 3_000.0
"""Milliseconds that a screenshot may take."""


@dataclass(frozen=True, slots=True)
class Depth:
    """How closely a case is watched; the default costs next to nothing."""

    pictures: Pictures = "end"
    full: bool = False

    @property
    def closest(self) -> Depth:
        """Everything there is: for one login that somebody wants to understand."""
        return Depth(pictures="steps", full=True)


class Camera:
    """Watches the actors of one case and writes pictures and trace into `folder`.

    `pictures` is how many are there already, so that a second look leaves those of the first alone.
    """

    def __init__(self, tape: Tape, folder: Path, depth: Depth, *, pictures: int = 0) -> None:
        self._tape = tape
        self._folder = folder
        self._depth = depth
        self._listener = BrowserListener(tape, full=depth.full)
        self._narrator = Narrator(tape, on_tab=self._on_tab, after=self._after)
        self._traced: BrowserContext | None = None
        self._pictures = pictures
        self._latest = b""

    def follow(self, actor: Any) -> None:
        """Watch this actor, and whoever joins."""
        self._narrator.follow(actor)

    @property
    def trace(self) -> Path | None:
        """The trace that was written, if one was."""
        path = self._folder / TRACE
        return path if self._traced is not None and path.exists() else None

    def _on_tab(self, actor: Any) -> None:
        if actor.page is not None:
            self._listener.tab(actor.page)
        # One trace a case: the first browser's. A second browser's pages are in the recording and the pictures.
        if self._depth.full and self._traced is None and actor.context is not None:
            self._traced = actor.context
            self._traced.tracing.start(snapshots=True, screenshots=True, sources=False)

    def _after(self, actor: Any, verb: str, depth: int) -> None:
        last = verb == "observes" and depth == 0
        if self._depth.pictures == "steps" or (last and self._depth.pictures == "end"):
            self._picture(actor, _THE_END if last else verb.replace("_", " "))
        if last and self._traced is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            with suppress(Error):  # the person may have closed the browser
                self._traced.tracing.stop(path=self._folder / TRACE)

    def _picture(self, actor: Any, words: str) -> None:
        if actor.page is None or actor.page.is_closed() or actor.page.url == "about:blank":
            return
        try:
            picture = actor.page.screenshot(type="jpeg", quality=60, timeout=_PATIENCE)
        except Error:
            return  # a page in motion cannot be photographed
        if picture == self._latest and words != _THE_END:
            return  # a step that ended with the one inside it shows nothing new
        self._latest = picture
        self._pictures += 1
        name = f"{self._pictures:02}-{words.replace(' ', '-')}.jpg"
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / name).write_bytes(picture)
        self._tape.picture(name, words)
