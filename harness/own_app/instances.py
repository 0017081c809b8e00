"""All running copies of somebody's app: which one serves the customer that is being rehearsed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from harness.gateway.dispatch import line
from harness.own_app.customers import customers, own
from harness.own_app.instance import Instance, stop_all
from harness.own_app.mistakes import AppFailed

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from harness.own_app.description import Description
    from harness.own_app.lodging import Lodging
    from harness.people import Organisation


class Instances:
    """The app of `description`, running: one copy for everybody, or one per customer, started when first needed."""

    def __init__(self, description: Description, lodging: Lodging) -> None:
        self._description = description
        self.lodging = lodging
        self._made: dict[str, Instance] = {}
        self._current: Instance | None = None
        self._told_lies: set[Instance] = set()

    @property
    def apps(self) -> Mapping[str, ASGIApp]:
        """The way to the app, under each of its public names."""
        return dict.fromkeys(self._description.hosts, self._forward)

    async def _forward(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._current is None or self._current.forwarder is None:
            await line(send, 503, "the app is not running")
            return
        await self._current.forwarder(scope, receive, send)

    def reset(self) -> None:
        """Browsers forget by themselves; an app that must forget too has `restart = "scenario"`."""

    async def turn_to(self, customer: Organisation, *, afresh: bool = False) -> None:
        """Let the copy that serves `customer` answer from now on; a new one with `afresh`, and again after that.

        Raises:
            AppFailed: It does not start.
        """
        self._current = None
        found = self._instance(customer)
        always = self._description.start.restart == "scenario"
        try:
            await found.awake(afresh=always or afresh or found in self._told_lies)
        except AppFailed:
            self.lodging.logs.named = True
            raise
        self._told_lies = {it for it in self._told_lies if it is not found} | ({found} if afresh else set())
        self._current = found

    def complaint(self) -> str:
        """What went wrong with the app in the last scenario, in one line; "" when nothing did."""
        found = self._current.complaint() if self._current is not None else ""
        self.lodging.logs.named |= bool(found)
        return found

    async def close(self) -> None:
        """Stop every copy."""
        await stop_all(list(self._made.values()))
        await self.lodging.close()

    def _instance(self, customer: Organisation) -> Instance:
        alone = self._description.connection.serves == "one"
        key = customer.name if alone else ""
        if key not in self._made:
            served = [own(customer, self._description)] if alone else customers(self._description)
            self._made[key] = Instance(self._description, self.lodging, served)
        return self._made[key]
