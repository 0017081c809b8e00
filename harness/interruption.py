"""Ctrl-C in the middle of a browser's work: noticed, even where a library in between keeps it to itself."""

from __future__ import annotations

import signal
import threading
from types import FrameType
from typing import Self


class Interruption:
    """A context manager that remembers whether SIGINT came; whoever handled it before still does."""

    def __init__(self) -> None:
        self.came = False
        self._before: object = None

    def __enter__(self) -> Self:
        """Start listening; only a main thread can."""
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._interrupted)
        return self

    def __exit__(self, *_: object) -> None:
        """Give the signal back."""
        if callable(self._before) or isinstance(self._before, int):
            signal.signal(signal.SIGINT, self._before)

    def raise_if_came(self) -> None:
        """Stop what is being done.

        Raises:
            KeyboardInterrupt: SIGINT came since `__enter__`.
        """
        if self.came:
            raise KeyboardInterrupt

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        self.came = True
        if callable(self._before):
            self._before(number, frame)
