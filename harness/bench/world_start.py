"""How long the whole world takes to start, after import."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from harness import catalogue
from harness.world import World

STARTS = 15


def lines(starts: int = STARTS) -> Iterator[str]:
    """One line: first start, median and slowest, in milliseconds."""
    target = catalogue.targets()["reference"]
    took = []
    for _ in range(starts):
        before = time.perf_counter()
        world = World(target).start()
        took.append((time.perf_counter() - before) * 1000)
        world.stop()
    yield f"  first {took[0]:.0f} ms   median {statistics.median(took):.0f} ms   slowest {max(took):.0f} ms"
