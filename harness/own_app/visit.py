"""A person's browser in a world that another process serves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from playwright.sync_api import Error, sync_playwright

from harness import browser as browsers
from harness import people
from harness.actor import Actor
from harness.command import BadInput
from harness.look import Look
from harness.lost_way import LostTheWay
from harness.own_app.finding import described, target
from harness.own_app.mistakes import unknown
from mock_idps import catalogue
from mock_idps.core.fault import NO_FAULT

if TYPE_CHECKING:
    from harness.gateway.gateway import Gateway
    from harness.world import World


_NAMES = tuple(name.lower() for name in people.GIVEN_NAMES)


class _Distant:
    """What a person needs of the world: where the app is, how it is walked, and how the IdPs' pages are."""

    def __init__(self, description: str, hosts: tuple[str, ...]) -> None:
        self.target = described(Path(description)) if description else target("reference")
        self.app_hosts = dict.fromkeys(hosts)
        self.services = {name: _Shown(vendor) for name, vendor in catalogue.vendors().items()}


class _Shown:
    """An IdP as far as a person sees it."""

    fault = NO_FAULT

    def __init__(self, vendor: Any) -> None:
        self.vendor = vendor


class _Reached:
    """Stands for the gateway: a browser needs its arguments only."""

    def __init__(self, arguments: list[str]) -> None:
        self._arguments = arguments

    def chromium_arguments(self) -> list[str]:
        return self._arguments


class Visit:
    """A visit of `person` ("": nobody yet) of the customer `org` to the app on `hosts`, by a browser with `arguments`.

    Raises:
        BadInput: There is no such customer or person.
    """

    def __init__(self, org: str, person: str, arguments: list[str], description: str, hosts: tuple[str, ...]) -> None:
        try:
            customer = people.named(org)
        except KeyError as error:
            raise BadInput(str(error.args[0])) from None
        if person and person not in _NAMES:
            raise BadInput(f'there is nobody called "{person}"; {unknown(person, _NAMES)}')
        self._world = _Distant(description, hosts)
        self._person = person
        self._arguments = arguments
        own = getattr(self._world.target, "customer", None)
        self._customer: people.Organisation = own(customer) if own else customer

    def open(self, picture: Path | None) -> str:
        """Open the app, and sign the person in if there is one; waits until the window is closed.

        With `picture` there is no window: the page is written there, and the call returns. The line says who is
        signed in and where the browser is.

        Raises:
            BadInput: No browser is to be had, or the person found no way on.
        """
        with sync_playwright() as playwright:
            try:
                gateway = cast("Gateway", _Reached(self._arguments))
                browser = browsers.launch(playwright, gateway, headed=picture is None)
            except browsers.NoBrowser as error:
                raise BadInput(str(error)) from None
            actor = Actor(cast("World", self._world), browser, self._customer, self._person or "alice")
            if picture is None:
                actor.context = browser.new_context(no_viewport=True)  # the page is as large as the window
            try:
                said = self._walk(actor)
                if picture is not None:
                    actor.tab.screenshot(path=picture)
                else:
                    print(said, flush=True)
                    _wait_for_the_end(actor)
                    said = "closed"
            except (LostTheWay, Error) as lost:
                said = str(lost).partition("\n")[0]
                raise BadInput(f"the person found no way on at {actor.tab.url}: {said}") from None
            finally:
                browser.close()
        return said

    def _walk(self, actor: Actor) -> str:
        actor.opens_a_browser()
        if not self._person:
            actor.opens("/")
            who = people.login("alice", self._customer)
            return f'at {actor.tab.url}; sign in as "{who}" with "{people.PASSWORD}"'
        actor.signs_in()
        look = Look(actor.tab.context)
        found = self._world.target.who(look, self._customer.origin)
        look.close()
        return f"{found.get('email') or 'nobody'} is signed in, at {actor.tab.url}"


def _wait_for_the_end(actor: Actor) -> None:
    """Wait until the person has closed every tab, or the browser."""
    while pages := actor.tab.context.pages:
        pages[0].wait_for_event("close", timeout=0)
