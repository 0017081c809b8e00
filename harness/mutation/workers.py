"""Many mutants over worker processes; each has one world and one browser, and becomes one mutant after another."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.util import Finalize

from harness.mutation import folder
from harness.mutation.mutant import ROOM
from harness.mutation.target import MutableReference
from harness.mutation.trial import Beside, Result, tried
from harness.rehearsal import Rehearsal

_STAGE: list[tuple[MutableReference, Rehearsal]] = []
"""This worker's target and rehearsal, once started."""


def results(ids: tuple[str, ...], jobs: int, beside: Beside) -> Iterator[Result]:
    """The results as they come, from `jobs` processes."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(ids)), mp_context=context, initializer=_start) as pool:
        under_way = {pool.submit(_try, each, beside): each for each in ids}
        try:
            for done in as_completed(under_way):
                yield _result(done, under_way[done])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _result(done: Future[Result], mutant_id: str) -> Result:
    """What a worker found, or that it was killed before it found anything."""
    try:
        return done.result()
    except BrokenProcessPool:
        return Result(mutant_id, "", "", trouble="a worker process ended before its time")


def _start() -> None:
    for name in (ROOM, "uvicorn.error"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what a mutant does wrong is counted, not read
    target = MutableReference()
    rehearsal = Rehearsal(target).start()
    _STAGE.append((target, rehearsal))
    Finalize(None, rehearsal.stop, exitpriority=10)


def _try(mutant_id: str, beside: Beside) -> Result:
    target, rehearsal = _STAGE[0]
    named = folder.load(mutant_id)
    try:
        with target.being(named.mutant, rehearsal.world):
            return tried(rehearsal, named, beside)
    except Exception as error:  # noqa: BLE001 - one mutant that breaks the harness must not hide the others
        cell = f"{named.mutant.idp}-{named.mutant.region}"
        return Result(named.id, named.wrong, cell, trouble=f"{type(error).__name__}: {error}".partition("\n")[0])
