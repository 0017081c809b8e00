"""Many alterations over worker processes; each has one world and one browser, and becomes one alteration after another."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.util import Finalize
from typing import TypeVar

from harness.alteration.alteration import Alteration
from harness.alteration.folder import Named
from harness.alteration.reader import Beside, Reader, Result
from harness.alteration.replacing import ROOM
from harness.alteration.sight import Sight
from harness.alteration.target import AlteredReference
from harness.rehearsal import Rehearsal

A = TypeVar("A", bound=Alteration)
R = TypeVar("R", bound=Result)

Stage = tuple[AlteredReference, Rehearsal]
"""A target that can be altered, and the rehearsals of it."""

_STAGE: list[Stage] = []
"""This worker's, once started."""


def results(reader: Reader[A, R], ids: tuple[str, ...], jobs: int, beside: Beside) -> Iterator[R]:
    """What came of each id, as it comes, from `jobs` processes."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(ids)), mp_context=context, initializer=_start) as pool:
        under_way = {pool.submit(_do, reader, each, beside): each for each in ids}
        try:
            for done in as_completed(under_way):
                yield _result(done, reader, under_way[done])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _result(done: Future[R], reader: Reader[A, R], id_: str) -> R:
    """What a worker found, or that it was killed before it found anything."""
    try:
        return done.result()
    except BrokenProcessPool:
        return reader.result(reader.folder.load(id_), {}, "a worker process ended before its time")


def _start() -> None:
    for name in (ROOM, "uvicorn.error"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what an altered app does is counted, not read
    target = AlteredReference()
    rehearsal = Rehearsal(target).start()
    _STAGE.append((target, rehearsal))
    Finalize(None, rehearsal.stop, exitpriority=10)


def _do(reader: Reader[A, R], id_: str, beside: Beside) -> R:
    return tried(reader, _STAGE[0], reader.folder.load(id_), beside)


def tried(reader: Reader[A, R], stage: Stage, named: Named[A], beside: Beside) -> R:
    """What came of one alteration, put in force on this stage."""
    target, rehearsal = stage
    try:
        with target.being(named.alteration, rehearsal.world):
            seen = Sight(rehearsal, *named.alteration.cell).of(reader.cases(named.alteration, beside))
    except Exception as error:  # noqa: BLE001 - one alteration that breaks the harness must not hide the others
        return reader.result(named, {}, f"{type(error).__name__}: {error}".partition("\n")[0])
    return reader.result(named, seen)
