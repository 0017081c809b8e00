"""What recording adds to a browser login, and what it costs afterwards to write recording and timeline.

Beside the time on the clock stands the time that this process computed: on a busy machine only that one can be trusted.
It leaves out what the browser computes, which lists its refused cookies for the recording.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from harness import browser as browsers
from harness import catalogue, people
from harness.actor import Actor
from harness.record.camera import Camera, Depth
from harness.record.events import End, Head
from harness.record.recording import write
from harness.record.tape import Tape
from harness.report.page import timeline
from harness.world import World

ROUNDS = 25
IDP = "okta"


def lines(rounds: int = ROUNDS) -> Iterator[str]:
    """Two lines for the login with and without recording, in turns, and one for what follows it."""
    bare: list[Cost] = []
    recorded: list[Cost] = []
    after: list[float] = []
    tape = Tape(b"a measurement")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        plain, taped = (_stage(stack, playwright, recorder) for recorder in (None, tape))
        for _ in range(rounds):
            bare.append(_login(*plain, None, folder))
            recorded.append(_login(*taped, tape, folder))
            after.append(_written(tape, folder))
    yield _compared("clock", [it.clock for it in bare], [it.clock for it in recorded])
    yield _compared("computed", [it.computed for it in bare], [it.computed for it in recorded])
    yield f"  {'':10}  afterwards, per case: masking, recording and timeline {statistics.median(after) * 1000:.0f} ms"


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one login, in seconds: on the clock, and of this process' own computing."""

    clock: float
    computed: float


def _compared(what: str, bare: list[float], recorded: list[float]) -> str:
    without, more = statistics.median(bare), statistics.median(b - a for a, b in zip(bare, recorded, strict=True))
    return (
        f"  {IDP:10}  {what:8}  without {without * 1000:5.0f} ms   recorded {statistics.median(recorded) * 1000:5.0f} ms"
        f"   median of differences {more * 1000:+.0f} ms ({more / without:+.1%})"
    )


def _stage(stack: ExitStack, playwright: Playwright, recorder: Tape | None) -> tuple[World, Browser]:
    """A world and a browser of its own."""
    world = World(catalogue.targets()["reference"], recorder=recorder).start()
    stack.callback(world.stop)
    browser = browsers.launch(playwright, world.gateway)
    stack.callback(browser.close)
    return world, browser


def _login(world: World, browser: Browser, tape: Tape | None, folder: Path) -> Cost:
    """One login, from the app's front door to the workspace."""
    world.reset()
    alice = Actor(world, browser, people.organisation(IDP, "us"))
    if tape is not None:
        tape.start()
        Camera(tape, folder, Depth(pictures="none")).follow(alice)
    alice.opens_a_browser()
    clock, computed = time.perf_counter(), time.process_time()
    alice.signs_in()
    cost = Cost(time.perf_counter() - clock, time.process_time() - computed)
    alice.closes_the_browser()
    return cost


def _written(tape: Tape, folder: Path) -> float:
    """Seconds from the end of a login to its files."""
    before = time.perf_counter()
    head = Head("login/happy", IDP, "us", "reference", time.time())
    recording = tape.finish(head, End(0.0, "alice is signed in", passed=True))
    write(recording, folder)
    (folder / "timeline.html").write_text(timeline(recording), encoding="utf-8")
    return time.perf_counter() - before
