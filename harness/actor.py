"""The person: opens the app, names the organisation, signs in at the IdP, goes back, opens a second tab."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from harness import people
from harness.administrator import Administrator
from harness.at_the_idp import AtTheIdp
from harness.doings import Doings
from harness.interception import Asked
from harness.look import Look
from harness.lost_way import LostTheWay
from harness.outcome import Observed
from harness.own_app.answers import error_answered, idp_failed
from harness.own_app.crashes import SERVER_ERROR, crash, is_crash
from harness.page_turn import PATIENCE, rests
from harness.support import Support
from harness.target import Elsewhere
from harness.torn_page import TAKEN_BACK, stop_waiting, why_torn
from mock_idps.core.fault import NO_FAULT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Request, Response

    from harness.interception import Callback
    from harness.world import World
    from mock_idps.core.service import Received, Service

SOON = 2.0
"""Seconds after which an app in a hurry gives up an issuer."""

LOOP = 8
"""Requests to an authorization endpoint for each time a login was begun; an issuer may need three itself."""

CLIENT_ERROR = 400
"""The lowest status by which an app says that a request was wrong."""


@dataclass  # without slots: Playwright leaves a mark on the owner of a handler
class Actor(Doings, AtTheIdp):
    """One person in one browser context, driving one target with one customer's IdP.

    A scenario's steps are calls of its verbs; nothing here judges.
    """

    world: World
    browser: Browser
    customer: people.Organisation
    person: str = "alice"
    context: BrowserContext | None = None
    page: Page | None = None
    server_errors: list[str] = field(default_factory=list)
    lost: str = ""
    findings: list[str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)
    statuses: dict[Page, int] = field(default_factory=dict)
    awaited: dict[str, str] = field(default_factory=dict)
    begun: int = 0
    asked_before: int | None = None

    # -- the browser ---------------------------------------------------------------------------------------------

    def opens_a_browser(self) -> None:
        """Start with an empty profile and one tab."""
        if self.context is None:
            self.context = self.browser.new_context()
            self.context.set_default_timeout(PATIENCE)
            self.context.on("response", self._watch)
            self.context.on("requestfailed", self._sees_a_torn_page)
            self.context.on("request", self._sees_a_request)
        self.page = self.context.new_page()

    def another_tab(self) -> Actor:
        """The same person in a second tab of the same browser."""
        tab = replace(self, page=None, begun=0, lost="", asked_before=None)
        tab.opens_a_browser()
        return tab

    def employed_by(self, customer: people.Organisation) -> Actor:
        """The same person in the same tab, but acting as an employee of another customer."""
        return replace(self, customer=customer, begun=0, lost="", asked_before=None)

    def another_customer(self) -> people.Organisation:
        """A customer of the same region with another IdP."""
        return self.world.other_customer("okta" if self.customer.idp != "okta" else "entra", self.customer.region)

    def same_idp_elsewhere(self) -> people.Organisation:
        """The customer of the other region with the same IdP."""
        return self.world.other_customer(self.customer.idp, "us" if self.customer.region == "eu" else "eu")

    def another_browser(self, person: str | None = None) -> Actor:
        """A browser that shares nothing with this one, used by `person` (None: the same person)."""
        other = Actor(self.world, self.browser, self.customer, person or self.person, server_errors=self.server_errors)
        other.findings = self.findings
        other.opens_a_browser()
        self.world.also_close(other)
        return other

    def takes_over(self, other: Actor) -> None:
        """Look through the other's tab from now on: that is where the scenario ends."""
        self.page, self.context, other.context = other.page, other.context, self.context
        self.asked_before = other.asked_before

    def closes_the_browser(self) -> None:
        """Leave; the context's cookies are gone."""
        if self.context is not None:
            self.context.close()
            self.context = None

    @property
    def tab(self) -> Page:
        """The tab in front."""
        if self.page is None:
            self.opens_a_browser()
        if self.page is None:
            raise LostTheWay("no tab is open")
        return self.page

    def _sees_a_request(self, request: Request) -> None:
        self.visited.append(request.url)
        if request.is_navigation_request():
            self.awaited[request.url] = "yet"

    def _watch(self, response: Response) -> None:
        self.awaited.pop(response.request.url, None)
        if response.request.is_navigation_request() and response.frame.parent_frame is None:
            self.statuses[response.frame.page] = response.status
        able = self.world.target.capabilities
        fails = response.status >= SERVER_ERROR and (self.is_lied_to or self._idp_failed())
        crashed = is_crash(response.status, response.headers, able, idp_fails=fails)
        if crashed and urlsplit(response.url).hostname in self.world.app_hosts:
            self.server_errors.append(crash(response.status, response.headers, urlsplit(response.url).path))

    def _idp_failed(self) -> bool:
        """Whether the IdP, without a lie, answered that it cannot do its work."""
        return idp_failed(self.visited, self.world.app_hosts, self.world.target.callback_path)

    def _sees_a_torn_page(self, request: Request) -> None:
        if self.awaited.pop(request.url, "") and request.failure != TAKEN_BACK:
            self.awaited[request.url] = f"({request.failure})"
        if why := why_torn(request):
            asked = urlsplit(request.url)
            if asked.hostname in self.world.app_hosts:
                self.server_errors.append(f"the app's answer to {asked.path} cannot be read to its end ({why})")
            stop_waiting(request)

    # -- at the app ----------------------------------------------------------------------------------------------

    @property
    def origin(self) -> str:
        """The app's origin for this customer."""
        return self.customer.origin

    @property
    def front_door(self) -> str:
        """The path of the page that offers the login."""
        target = self.world.target
        return target.front_door(self.customer.name) if isinstance(target, Elsewhere) else "/sign-in"

    def opens(self, address: str) -> None:
        """Open an address: absolute, or a path at the app."""
        url = self.origin + address if address.startswith("/") else address
        self.begun += 1
        self.brings_an_answer_to(url)
        with suppress(PlaywrightTimeout):
            self.tab.goto(url)
        rests(self.tab)

    def begins(self, organisation: str | None = None, path: str | None = None, *, origin: str | None = None) -> None:
        """Go from the app's front door to the IdP: "Log in with SSO", the organisation's name, continue."""
        self.begun += 1
        self.asked_before = None
        self.world.target.begin(self.tab, origin or self.origin, organisation or self.customer.name, path)

    def signs_in(self, path: str | None = None, person: str | None = None) -> None:
        """The whole login."""
        self.begins(path=path)
        self.signs_in_at_the_idp(person)

    def signs_out(self) -> None:
        """Sign out at the app."""
        self.world.target.sign_out(self.tab)

    def signs_in_up_to_the_callback(self, person: str | None = None, *, begun: bool = False) -> Callback:
        """Sign in, or go on with a login that is `begun`, but keep the IdP's answer from the app: it is returned instead."""
        with self.world.holding_callbacks() as held:
            self.signs_in_at_the_idp(person) if begun else self.signs_in(person=person)
            if not held:
                raise LostTheWay(f"no authorization response came; the browser is at {self.tab.url}")
        return held[0]

    def initiating(self, **parameters: str) -> str:
        """The address at which the app starts a login for this customer by itself (OIDC Core 1.0, 4)."""
        query = f"?{urlencode(parameters)}" if parameters else ""
        return f"{self.origin}/api/auth/initiate/{self.customer.slug}{query}"

    def front_channel(self, **parameters: str) -> str:
        """The address that the issuer's sign-out page frames (Front-Channel Logout 1.0, 2)."""
        return f"{self.origin}/api/auth/logout/front-channel/{self.customer.slug}?{urlencode(parameters)}"

    @property
    def other_origin(self) -> str:
        """The app's origin in the other region."""
        return self.same_idp_elsewhere().origin

    def gets_roles_from_groups(self) -> None:
        """Have the IdP send groups, and the app make "Pelanor Admins" administrators."""
        administrator = self.administrator
        if (scopes := administrator.sends_groups()) is not None:
            self.support.changes_connection(scopes=scopes)
        self.support.maps_group(administrator.group_as_told("Pelanor Admins"), "admin")

    def gets_refresh_tokens(self) -> None:
        """Have the IdP give out refresh tokens, and the app ask for them."""
        self.administrator.grants_refresh_tokens()
        self.support.changes_connection(scopes=("openid", "email", "profile", "offline_access"))

    def roles(self) -> list[str]:
        """The roles that the app says the person has."""
        told = self.account().get("roles")
        return [str(role) for role in told] if isinstance(told, list) else []

    def gets_lost(self, why: str) -> None:
        """Give up: there is no way on; the line says where, why, and which page never came."""
        place = f"the person found no way on, at {self.tab.url}: {why}"
        missing = [f"; no answer came from {url.partition('?')[0]} {reason}" for url, reason in self.awaited.items()]
        self.lost = "".join([place, *missing])

    def at_the_refusal(self) -> bool:
        """Whether the page in front turns the person away: it came with an error's status."""
        return self.statuses.get(self.tab, 0) >= CLIENT_ERROR

    # -- the IdP, from without -----------------------------------------------------------------------------------

    @property
    def issuer(self) -> Service:
        """The customer's mock issuer."""
        return self.world.services[self.customer.idp]

    @property
    def administrator(self) -> Administrator:
        """The customer's administrator at the IdP."""
        return Administrator(self.world, self.customer)

    @property
    def support(self) -> Support:
        """The product's support, where the target can be adjusted."""
        return Support(self.world, self.customer)

    @property
    def is_lied_to(self) -> bool:
        """Whether the scenario's fault is in force; False in its healthy twin."""
        return self.issuer.fault is not NO_FAULT

    @contextmanager
    def meeting_no_lies(self) -> Iterator[None]:
        """Have the issuer tell the truth inside the block, so that a fault only lies about what comes after."""
        fault, self.issuer.fault = self.issuer.fault, NO_FAULT
        yield
        self.issuer.fault = fault

    def meets_an_app_in_a_hurry(self) -> None:
        """While lied to, have an app whose patience can be set give up its issuer soon; any other keeps its own."""
        if self.is_lied_to and "adjustable" in self.world.target.capabilities:
            self.support.gives_up_after(SOON)

    def issuer_recovers(self) -> None:
        """The customer's issuer tells the truth from now on."""
        self.issuer.fault = NO_FAULT

    def received(self, endpoint: str) -> list[Received]:
        """What reached an endpoint of the customer's issuer since the scenario began, oldest first."""
        return [it for it in self.issuer.received if it.endpoint == endpoint]

    def first_request(self, endpoint: str) -> Received:
        """The first request to an endpoint of the customer's issuer since the scenario began."""
        return self._requests(endpoint)[0]

    def newest_request(self, endpoint: str) -> Received:
        """The newest one."""
        return self._requests(endpoint)[-1]

    def _requests(self, endpoint: str) -> list[Received]:
        if found := self.received(endpoint):
            return found
        raise LostTheWay(f'nothing reached the issuer\'s endpoint "{endpoint}"')

    def sent_in_the_clear(self) -> list[str]:
        """Addresses of the run's issuers that the app asked for without TLS since the scenario began."""
        asked = [it for it in self.world.gateway.turned_away if it.startswith("http://")]
        return [it for it in asked if urlsplit(it).hostname in self.world.routes]

    @property
    def issuer_name(self) -> str:
        """What stands in `iss`."""
        return people.issuer(self.customer)

    @property
    def hops(self) -> int:
        """How often one login passes this vendor's authorization endpoint."""
        return 3 if self.customer.idp == "jumpcloud" else 1

    def authorization_request(self) -> Asked:
        """The newest authorization request for this customer, as the browser sent it."""
        if found := self.authorization_requests():
            return found[-1]
        raise LostTheWay("the app never sent the browser to this customer's issuer")

    def authorization_requests(self) -> list[Asked]:
        """All of them, oldest first."""
        own = f"client_id={quote(people.client_id(self.customer), safe='')}"
        return [Asked.of(url) for url in self.visited if own in url and "redirect_uri=" in url]

    # -- what is seen --------------------------------------------------------------------------------------------

    def observes(self) -> Observed:
        """Look: where the browser rests, who is signed in at the app, which check refused."""
        tab = self.tab
        broken = [*self.server_errors, *self.findings]
        if self.lost:
            broken.append(self.lost)
        if (asked := len(self.received("authorize"))) > LOOP * (self.begun + 1):
            broken.append(f"the app sent the browser to the issuer {asked} times: a loop")
        rests(tab)
        at_app = urlsplit(tab.url).hostname in self.world.app_hosts
        target = self.world.target
        check = target.check(tab) if at_app else ""
        words = target.says(tab) if at_app and isinstance(target, Elsewhere) else ""
        account = self.account()
        return Observed(
            url=tab.url,
            at_app=at_app,
            person=_who(account),
            at_issuer=self.at_issuer(),
            check=check,
            account=account,
            broken=tuple(broken),
            words=words,
            answered=error_answered(self.visited, self.world.app_hosts, target.callback_path),
            begun_anew=self.asked_before is not None and asked > self.asked_before and _who(account) == self.person,
        )

    def account(self) -> dict[str, object]:
        """What the app says of who is signed in, in this browser: {} for nobody."""
        if self.context is None:
            return {}
        look = Look(self.context, self.world.asks)
        try:
            return dict(self.world.target.who(look, self.origin))
        finally:
            look.close()


def _who(account: dict[str, object]) -> str:
    """The name by which scenarios know whoever is signed in: of the address, else the given name; "" for nobody."""
    if not account:
        return ""
    name = str(account.get("email") or "").partition("@")[0] or str(account.get("name") or "somebody").partition(" ")[0]
    return name.casefold()
