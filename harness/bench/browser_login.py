"""A browser login against its floor."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial

from harness import catalogue, people
from harness.actor import Actor
from harness.bench.floor import record, replaying
from harness.rehearsal import Rehearsal

ROUNDS = 15


def lines(rounds: int = ROUNDS) -> Iterator[str]:
    """One line per IdP: median seconds of a login, of its floor, and their ratio."""
    rehearsal = Rehearsal(catalogue.targets()["reference"]).start()
    try:
        for idp in catalogue.idps():
            login, floor = _measure(rehearsal, idp, rounds)
            yield f"  {idp:10}  login {login * 1000:5.0f} ms   floor {floor * 1000:5.0f} ms   ratio {login / floor:.2f}"
    finally:
        rehearsal.stop()


def _measure(rehearsal: Rehearsal, idp: str, rounds: int) -> tuple[float, float]:
    world = rehearsal.world
    customer = people.organisation(idp, "us")
    someone = partial(Actor, world, rehearsal.browser, customer)
    world.reset()
    replay = record(someone())
    logins, floors = [], []
    for _ in range(rounds):
        world.reset()
        logins.append(_seconds(someone))
        with replaying(world, replay):
            replay.turn = 0
            floors.append(_seconds(someone))
    return statistics.median(logins), statistics.median(floors)


def _seconds(someone: Callable[[], Actor]) -> float:
    alice = someone()
    alice.opens_a_browser()
    before = time.perf_counter()
    alice.signs_in()
    took = time.perf_counter() - before
    alice.closes_the_browser()
    return took
