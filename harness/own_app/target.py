"""Somebody's own app as a target: driven by its description, judged by what a person sees."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from weakref import WeakSet

from playwright.sync_api import Error, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from harness import people
from harness.look import Look
from harness.lost_way import LostTheWay
from harness.own_app import customers
from harness.own_app.instances import Instances
from harness.own_app.lodging import furnish
from harness.own_app.mistakes import DoesNotApply, shown
from harness.own_app.placeholders import fill
from harness.own_app.steps import carry_out

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Response

    from harness.own_app.description import Description
    from harness.people import Organisation
    from harness.target import Running, Surroundings
    from mock_idps.core.model import Directory

_DRAWS_ITSELF = 3_000
"""Milliseconds that a page may take to draw by script who is signed in."""

_ADDRESS = re.compile(r"[\w.+-](?:[\w.+'-]*[\w.+-])?@[\w.-]+\w")


class OwnApp:
    """The app of one description; see harness/target.py for what each part promises."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self.name = description.name
        self.capabilities = description.capabilities
        self.callback_path = description.callback_prefix
        self.regions = tuple(description.origins)
        self.not_tried = description.not_tried
        self.parallel = description.parallel
        self.several = description.connection.serves == "all"
        self._left: WeakSet[BrowserContext] = WeakSet()

    async def start(self, surroundings: Surroundings) -> Running:
        """Make ready; the app itself starts when the first customer comes."""
        return Instances(self.description, await furnish(surroundings, self.description.start.reach))

    def customer(self, customer: Organisation) -> Organisation:
        """`customer` with the app's own addresses."""
        return customers.own(customer, self.description)

    def register(self, directories: Mapping[str, Directory]) -> None:
        """Enter the app's redirect URIs into every customer's directory."""
        customers.register(directories, self.description)

    def begin(self, page: Page, origin: str, organisation: str, path: str | None) -> None:
        """The description's way from the app's front door (or the deep link `path`) to the IdP.

        Raises:
            LostTheWay: Something is not where the description says.
            DoesNotApply: Somebody is signed in already, and the app offers no login to them.
        """
        try:
            carry_out(page, self.description.begin, origin, _values(organisation, path))
        except LostTheWay:
            # Who is signed in is often not offered to sign in; after a sign-out, though, that would be the app's fault.
            if page.context in self._left or not self._signed_in(page, origin):
                raise
            raise DoesNotApply(f'"{self.name}" offers no login to somebody who is signed in') from None

    def front_door(self, organisation: str) -> str:
        """The path that people of `organisation` open first, without its query."""
        opened = next((it.value for it in self.description.begin if it.does == "open"), "/")
        return urlsplit(fill(opened, _values(organisation, None))).path or "/"

    def _signed_in(self, page: Page, origin: str) -> bool:
        look = Look(page.context)
        try:
            return bool(self.who(look, origin))
        finally:
            look.close()

    def sign_out(self, page: Page) -> None:
        """The description's way out.

        Raises:
            DoesNotApply: It has none.
        """
        if not self.description.sign_out:
            raise DoesNotApply(f'the description of "{self.name}" has no "person.sign_out"; write its steps')
        self._left.add(page.context)
        parts = urlsplit(page.url)
        carry_out(page, self.description.sign_out, f"{parts.scheme}://{parts.netloc}", {})

    def who(self, look: Look, origin: str) -> dict[str, Any]:
        """Who is signed in: {"email": …} or {"name": …}, or {} for nobody.

        An app that answers the question by sending the browser to sign in says "nobody", even when the IdP then signs
        the person in without asking.
        """
        place, page = self.description.signed_in, look.page
        try:
            response = page.goto(origin + place.path)
            if response is None or not _stayed_at(origin, response):
                return {}
            said = self._json(json.loads(response.text())) if place.json else self._text(page)
        except (Error, json.JSONDecodeError):
            return {}
        return _recognised(said)

    def _json(self, data: Any) -> str:
        return next((found for path in self.description.signed_in.json if (found := _at(data, path))), "")

    def _text(self, page: Page) -> str:
        place = page.locator(self.description.signed_in.selector).first
        with suppress(PlaywrightTimeout):
            place.wait_for(timeout=_DRAWS_ITSELF)
        return place.inner_text().strip() if place.count() else ""

    def check(self, page: Page) -> str:
        """The code of one of the harness's own checks, for an app that shows those."""
        where = self.description.complaint
        if not where.attribute:
            return ""
        place = page.locator(where.selector).first
        return (place.get_attribute(where.attribute) or "") if place.count() else ""

    def says(self, page: Page) -> str:
        """The app's error, or whatever stands on the page, as a person reads it; cut to fit one line."""
        place = page.locator(self.description.complaint.selector or "body").first
        with suppress(Error):
            return (shown(said) if (said := place.inner_text().strip()) else "nothing") if place.count() else ""
        return ""


def _values(organisation: str, path: str | None) -> dict[str, str]:
    """What the placeholders in a person's steps stand for; who the organisation's people are, where there is one."""
    values = {"organisation": organisation, "path": path or "/", "password": people.PASSWORD}
    customer = next((it for it in people.ORGANISATIONS if it.name == organisation), None)
    if customer is not None:
        values |= {
            "login": people.login("alice", customer),
            "idp": customer.idp,
            "region": customer.region,
            "organization_id": customer.organization_id,
            "display_name": customer.display_name,
        }
    return values


def _stayed_at(origin: str, response: Response) -> bool:
    """Whether the answer, and every redirect before it, came from the app itself."""
    home = urlsplit(origin).hostname
    request = response.request
    hosts = {urlsplit(response.url).hostname}
    while request is not None:
        hosts.add(urlsplit(request.url).hostname)
        request = request.redirected_from  # type: ignore[assignment]  # None ends the chain
    return hosts == {home}


def _recognised(said: str) -> dict[str, Any]:
    """The person in an app's words: by mail address, else by name ("Welcome back, Alice!")."""
    if not said:
        return {}
    if address := _ADDRESS.search(said):
        return {"email": address[0]}
    given = next((name for name in people.GIVEN_NAMES if re.search(rf"\b{name}\b", said, re.IGNORECASE)), said)
    return {"name": given}


def _at(data: Any, path: str) -> str:
    """The value at a dotted path ("user.email", "users.0.email"); "" when there is none, or when it is false."""
    for part in path.split("."):
        if isinstance(data, list) and part.isdigit() and int(part) < len(data):
            data = data[int(part)]
        elif isinstance(data, dict) and part in data:
            data = data[part]
        else:
            return ""
    return data if isinstance(data, str) else json.dumps(data) if data else ""
