"""What the person does, told to a tape: every verb of an actor, with how long it took."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from harness.record.events import Step

if TYPE_CHECKING:
    from harness.record.tape import Tape

SILENT = frozenset(
    {"at_issuer", "login_name", "closes_the_browser", "tab", "origin", "issuer", "walk"}
    | {"must", "cookies", "guards_forms"}
)
"""Attributes of an actor that only look, or come when all is over."""

_UNSAID = frozenset({"gives_password", "gives_code"})
"""Verbs whose arguments are secrets."""


@dataclass(slots=True)
class Narrator:
    """Follows actors: their verbs become steps, their new tabs are handed to `on_tab`, actors they bring are followed too.

    `after` is called with the actor, the verb and how deep it is nested (0: outermost) after each step, the last look
    included.
    """

    tape: Tape
    on_tab: Callable[[Any], None] = lambda _: None
    after: Callable[[Any, str, int], None] = lambda _actor, _words, _depth: None
    _depth: int = 0
    _looking: bool = False
    _followed: list[Any] = field(default_factory=list)

    def follow(self, actor: Any) -> None:
        """Listen to one actor from now on; its class stays as it is."""
        if any(actor is it for it in self._followed):
            return
        self._followed.append(actor)
        for name in dir(type(actor)):
            if callable(getattr(type(actor), name)) and not name.startswith("_") and name not in SILENT:
                setattr(actor, name, self._told(actor, name, getattr(actor, name)))

    def _told(self, actor: Any, verb: str, act: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(act)
        def acting(*arguments: Any, **named: Any) -> Any:
            began, depth = self.tape.now(), self._depth
            if self._looking:
                return act(*arguments, **named)
            words = "" if verb in _UNSAID else _words(act, arguments, named)
            self._depth, self._looking = depth + 1, verb == "observes"
            try:
                result = act(*arguments, **named)
            finally:
                self._depth, self._looking = depth, False
                took = round(self.tape.now() - began, 6)
                self.tape.step(began, Step(0.0, took, depth, actor.person, verb, words))
            self._afterwards(actor, verb, depth, result)
            return result

        return acting

    def _afterwards(self, actor: Any, verb: str, depth: int, result: Any) -> None:
        if verb == "opens_a_browser":
            self.on_tab(actor)
        if type(result) is type(actor):
            self.follow(result)
            self.on_tab(result)
        self.after(actor, verb, depth)


def _words(act: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> str:
    """What a step was given: a person as such, anything else by its value; a password not at all."""
    given = inspect.signature(act).bind(*arguments, **named).arguments
    said = (
        f"as {value}" if name == "person" else str(value)
        for name, value in given.items()
        if isinstance(value, str | int | float) and name != "password"
    )
    return ", ".join(said)[:300]
