"""What recording adds to a browser login, and what it costs afterwards to write recording and timeline."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
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
    """A line for the login with and without recording, in turns, and one for what follows it."""
    bare, recorded, after = [], [], []
    tape = Tape(b"a measurement")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        plain, taped = (_stage(stack, playwright, recorder) for recorder in (None, tape))
        for _ in range(rounds):
            bare.append(_login(*plain, None, folder))
            recorded.append(_login(*taped, tape, folder))
            after.append(_written(tape, folder))
    without, with_tape = statistics.median(bare), statistics.median(recorded)
    more = statistics.median(b - a for a, b in zip(bare, recorded, strict=True))
    yield (
        f"  {IDP:10}  without {without * 1000:5.0f} ms   recorded {with_tape * 1000:5.0f} ms"
        f"   median of differences {more * 1000:+.0f} ms ({more / without:+.1%})"
    )
    yield f"  {'':10}  afterwards, per case: masking, recording and timeline {statistics.median(after) * 1000:.0f} ms"


def _stage(stack: ExitStack, playwright: Playwright, recorder: Tape | None) -> tuple[World, Browser]:
    """A world and a browser of its own."""
    world = World(catalogue.targets()["reference"], recorder=recorder).start()
    stack.callback(world.stop)
    browser = browsers.launch(playwright, world.gateway)
    stack.callback(browser.close)
    return world, browser


def _login(world: World, browser: Browser, tape: Tape | None, folder: Path) -> float:
    """Seconds of one login, from the app's front door to the workspace."""
    world.reset()
    alice = Actor(world, browser, people.organisation(IDP, "us"))
    if tape is not None:
        tape.start()
        Camera(tape, folder, Depth(pictures="none")).follow(alice)
    alice.opens_a_browser()
    before = time.perf_counter()
    alice.signs_in()
    took = time.perf_counter() - before
    alice.closes_the_browser()
    return took


def _written(tape: Tape, folder: Path) -> float:
    """Seconds from the end of a login to its files."""
    before = time.perf_counter()
    head = Head("login/happy", IDP, "us", "reference", time.time())
    recording = tape.finish(head, End(0.0, "alice is signed in", passed=True))
    write(recording, folder)
    (folder / "timeline.html").write_text(timeline(recording), encoding="utf-8")
    return time.perf_counter() - before
