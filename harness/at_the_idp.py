"""How a person walks through an IdP's pages: user name, password, whatever is asked after that."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from harness import hand, people
from harness.evil_site import EVIL, IMPOSTOR
from harness.page_turn import turning, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from harness.people import Organisation
    from harness.world import World
    from mock_idps.core.service import Service
    from mock_idps.core.walk import Walk

MOST_STEPS = 12
"""Pages of an issuer that one sign-in may take; more is a loop."""


class AtTheIdp:
    """The part of an actor that knows the vendors' pages, by the names that each vendor gives its elements."""

    world: World
    customer: Organisation
    person: str

    @property
    def tab(self) -> Page:
        """The tab in front."""
        raise NotImplementedError

    @property
    def issuer(self) -> Service:
        """The customer's mock issuer."""
        raise NotImplementedError

    @property
    def walk(self) -> Walk:
        """The way through the IdP's pages."""
        return self.issuer.vendor.walk

    def login_name(self, person: str | None = None) -> str:
        """What the person types as user name at the IdP."""
        return people.login(person or self.person, self.customer)

    def identifies(self, person: str | None = None) -> None:
        """Fill in the user name, and go on to the password where that is a page of its own."""
        hand.fills(self.tab, self.walk.login, self.login_name(person))
        if self.walk.next:
            self._clicks(self.walk.next, until=self.walk.password)

    def gives_password(self, password: str | None = None) -> None:
        """Fill in the password and submit; vendors without one only submit."""
        if self.walk.password:
            hand.fills(self.tab, self.walk.password, people.PASSWORD if password is None else password)
        self._clicks(self.walk.submit)

    def answers_what_follows(self) -> None:
        """Click through whatever the IdP asks after the password, until it has nothing more to ask."""
        for _ in range(MOST_STEPS):
            if not self.at_issuer() or self._visible(self.walk.error) or self._visible(self.walk.dead_end):
                return
            step = next((selector for selector in self.walk.after if self._visible(selector)), None)
            if step is None:
                return
            self._clicks(step)

    def gives_code(self, code: str = "123456") -> None:
        """Fill in the second factor's code, submit, and go through whatever comes after it."""
        hand.fills(self.tab, self.walk.code, code)
        self._clicks(self.walk.code_submit)
        self.answers_what_follows()

    def signs_in_at_the_idp(self, person: str | None = None, password: str | None = None) -> None:
        """Everything between arriving at the IdP and leaving it again; nothing when a session passes silently."""
        if not self.at_issuer():
            return
        self.identifies(person)
        if self.at_issuer() and not self._visible(self.walk.error) and not self._visible(self.walk.dead_end):
            self.gives_password(password)
            self.answers_what_follows()

    def cancels(self) -> None:
        """Leave the IdP's page without signing in."""
        self._clicks(self.walk.cancel)

    def at_issuer(self) -> bool:
        """Whether the tab shows a page of an issuer (rather than of the app, or none at all)."""
        scheme, host = urlsplit(self.tab.url).scheme, urlsplit(self.tab.url).hostname
        return (
            scheme in {"http", "https"}
            and host is not None
            and host not in self.world.app_hosts
            and host not in {EVIL, IMPOSTOR}
        )

    def _visible(self, selector: str) -> bool:
        return hand.shows(self.tab, selector)

    def _clicks(self, selector: str, *, until: str = "") -> None:
        """Click, and wait for another page, for an error on this one, or for `until` to show on this one."""
        with turning(self.tab, unless=[sign for sign in (self.walk.error, until) if sign]):
            hand.clicks(self.tab, selector)
        self._follows_posting_pages()

    def _follows_posting_pages(self) -> None:
        """A form_post answer is a page that leaves by itself: wait until it has."""
        until(self.tab, "() => !document.querySelector(\"body[onload*='submit']\")")
