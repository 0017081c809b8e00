"""Many altered relying parties over worker processes; each has one world and one browser, and becomes one after another."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.util import Finalize
from typing import Any, Concatenate, ParamSpec, TypeVar

from harness.mutation.replacing import ROOM
from harness.mutation.target import MutableReference
from harness.rehearsal import Rehearsal

Result = TypeVar("Result")
Target = TypeVar("Target", bound=MutableReference)
Given = ParamSpec("Given")

_STAGE: list[tuple[Any, Rehearsal]] = []
"""This worker's target and rehearsal, once started."""


def results(
    kind: type[Target],
    job: Callable[Concatenate[Target, Rehearsal, str, Given], Result],
    lost: Callable[[str], Result],
    ids: tuple[str, ...],
    jobs: int,
    *given: Given.args,
    **named: Given.kwargs,
) -> Iterator[Result]:
    """What `job` makes of each id, as it comes, from `jobs` processes with a target of this `kind` each; `lost` where one was killed."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(ids)), mp_context=context, initializer=_start, initargs=(kind,)) as pool:
        under_way = {pool.submit(_do, job, each, given, named): each for each in ids}
        try:
            for done in as_completed(under_way):
                yield _result(done, lost, under_way[done])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _result(done: Future[Result], lost: Callable[[str], Result], each: str) -> Result:
    """What a worker found, or that it was killed before it found anything."""
    try:
        return done.result()
    except BrokenProcessPool:
        return lost(each)


def _start(kind: type[MutableReference]) -> None:
    for name in (ROOM, "uvicorn.error"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what an altered app does is counted, not read
    target = kind()
    rehearsal = Rehearsal(target).start()
    _STAGE.append((target, rehearsal))
    Finalize(None, rehearsal.stop, exitpriority=10)


def _do(job: Callable[..., Result], each: str, given: tuple[Any, ...], named: dict[str, Any]) -> Result:
    target, rehearsal = _STAGE[0]
    return job(target, rehearsal, each, *given, **named)
