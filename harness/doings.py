"""What people and attackers do with a browser beyond signing in: Back, reload, dropped cookies, waiting, foreign sites."""

from __future__ import annotations

import re
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from playwright.sync_api import Error
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from harness import evil_site, hand
from harness.own_app.mistakes import DoesNotApply
from harness.pace import LeftAlone
from harness.page_turn import turning, until
from harness.target import Elsewhere

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import BrowserContext, Page, Response

    from harness.interception import Callback
    from harness.people import Organisation
    from harness.world import World
    from mock_idps.core.service import Received

_A_MOMENT = 10_000  # milliseconds; a busy machine needs some


class Doings:
    """The part of an actor that needs only the tab in front."""

    world: World
    customer: Organisation
    context: BrowserContext | None
    findings: list[str]
    begun: int
    asked_before: int | None
    """Authorization requests at the issuer before the newest answer was brought to the app; None once a login is begun."""

    @property
    def tab(self) -> Page:
        """The tab in front."""
        raise NotImplementedError

    def opens(self, address: str) -> None:
        """Open an address: absolute, or a path at the app."""
        raise NotImplementedError

    def signs_in(self, path: str | None = None, person: str | None = None) -> None:
        """The whole login."""
        raise NotImplementedError

    def account(self) -> dict[str, object]:
        """What the app says of who is signed in, in this browser: {} for nobody."""
        raise NotImplementedError

    def must(self, truth: object, otherwise: str) -> None:
        """Say what has to hold here; where it does not, the scenario is red with the sentence `otherwise`."""
        if not truth:
            self.findings.append(otherwise)

    # -- the browser's own buttons -------------------------------------------------------------------------------

    def reloads(self) -> None:
        """Press reload."""
        with suppress(PlaywrightTimeout):
            self.tab.reload()

    def goes_back(self) -> None:
        """Press Back; a page that was the answer to a form is not shown again, and that is that."""
        try:
            self.tab.go_back()
        except Error:
            # The browser's page that says so still comes, and would break off whatever is opened next.
            with suppress(Error):
                self.tab.wait_for_url("chrome-error://chromewebdata/", timeout=_A_MOMENT)

    def waits(self, seconds: float) -> None:
        """Let so many seconds pass for app and issuer; nobody really waits.

        Raises:
            DoesNotApply: The app runs in a process of its own, by the machine's clock.
        """
        if isinstance(self.world.target, Elsewhere):
            raise DoesNotApply(
                f'target "{self.world.target.name}" runs by the machine\'s clock, which nobody can move on'
            )
        self.world.clock.offset += seconds

    def dawdles(self, seconds: float) -> None:
        """Take so many seconds over a page of the IdP's, where the app's time is ours to move; elsewhere go on at once."""
        if not isinstance(self.world.target, Elsewhere):
            self.world.clock.offset += seconds

    def tries_again_after_a_cooldown(self) -> None:
        """Where that signed nobody in, sign in once more, three quarters of a minute later.

        An app may take half a minute before an unknown key makes it fetch the key set again, so that made-up ones are no storm.
        """
        if not self.account():
            if not isinstance(self.world.target, Elsewhere):
                self.waits(45)
            self.signs_in()

    def prefetches(self, address: str) -> None:
        """Have the browser fetch an address on a guess, as it does for links it thinks will be clicked."""
        page = self._context().new_page()
        page.set_extra_http_headers({"Sec-Purpose": "prefetch", "Purpose": "prefetch"})
        with suppress(Error):
            page.goto(address)
        page.close()

    def fetches(self, address: str) -> Response | None:
        """Open an address in a tab of its own and close it again; the answer, or None where there was none."""
        page = self._context().new_page()
        self.begun += 1
        try:
            return page.goto(address)
        except Error:
            return None
        finally:
            page.close()

    def claims_to_come_through(self, headers: dict[str, str]) -> None:
        """Send further headers with everything, as anybody can."""
        self._context().set_extra_http_headers(headers)

    def goes_at_once(self, *ways: tuple[Doings, str]) -> None:
        """Have each of `ways` open an address of the app, all before the issuer answers any token request for it."""
        with ExitStack() as stack:
            stack.enter_context(self.world.meeting(self.customer, [urlsplit(address).path for _, address in ways]))
            for person, _ in ways:
                stack.enter_context(turning(person.tab))
            for person, address in ways:
                person.tab.evaluate("address => void setTimeout(() => location.assign(address))", address)

    def begins_and_leaves(self, address: str, times: int) -> None:
        """Open an address that begins a login, so many times, and leave each time before the issuer shows a page."""
        with self.world.keeping(self.customer, LeftAlone()):
            for _ in range(times):
                with suppress(Error):
                    self.tab.goto(address)

    # -- cookies -------------------------------------------------------------------------------------------------

    def cookies(self) -> list[dict[str, Any]]:
        """The cookies that the browser holds for the app: name, value, httpOnly, secure, sameSite and so on."""
        origins = [f"https://{host}" for host in self.world.app_hosts]
        return [dict(cookie) for cookie in self._context().cookies(origins)]

    def guards_forms(self, cookie: Mapping[str, Any]) -> bool:
        """Whether a cookie only holds a form's token, which scripts may have to read (OWASP, CSRF Prevention, Double Submit)."""
        return bool(re.search(r"[cx]srf", cookie["name"], re.IGNORECASE))

    def drops_cookies(self) -> None:
        """Lose every cookie, of app and issuer."""
        self._context().clear_cookies()

    def forgets_the_issuer(self) -> None:
        """Lose the issuer's cookies only: at the app everything stays as it is."""
        kept = self.cookies()
        self.drops_cookies()
        self.plants_cookies(kept)

    def plants_cookies(self, cookies: list[dict[str, Any]]) -> None:
        """Put cookies into the browser, as somebody with the machine in hand could."""
        self._context().add_cookies(cookies)  # type: ignore[arg-type]  # what cookies() gave is what add_cookies() takes

    # -- an answer that was held back ------------------------------------------------------------------------------

    def received(self, endpoint: str) -> list[Received]:
        """What reached an endpoint of the customer's issuer since the scenario began, oldest first."""
        raise NotImplementedError

    def brings_an_answer_to(self, address: str) -> None:
        """Remember how often the issuer was asked before, where `address` is one that takes answers."""
        if urlsplit(address).path.startswith(self.world.target.callback_path):
            self.asked_before = len(self.received("authorize"))

    def delivers(self, callback: Callback, *, to: str = "", **changes: str | None) -> None:
        """Bring an answer that was held back to the app, by address or by form as it came.

        At the redirect URI `to` instead of its own, and with parameters changed (None: left out).
        """
        told = {name: value for name, value in (callback.parameters | changes).items() if value is not None}
        address = to or urlunsplit(urlsplit(callback.url)._replace(query=""))
        if callback.form:
            self.begun += 1
            self.submits_a_strangers_form(address, told)
        else:
            self.opens(f"{address}?{urlencode(told)}" if to or changes else callback.url)

    def is_lured_into(self, callback: Callback) -> None:
        """Follow a link, or press a button, on the attacker's site that brings an answer to the app."""
        if callback.form:
            self.delivers(callback)
        else:
            self.follows_a_strangers_link(callback.url)

    # -- the attacker's site ------------------------------------------------------------------------------------

    def follows_a_strangers_link(self, to: str) -> None:
        """Click a link to `to` on the attacker's site."""
        self.brings_an_answer_to(to)
        self.tab.goto(evil_site.link(to))
        self._leaves_by_click()

    def submits_a_strangers_form(self, action: str, fields: Mapping[str, str]) -> None:
        """Click a button on the attacker's site that posts `fields` to `action`."""
        self.brings_an_answer_to(action)
        self.tab.goto(evil_site.form(action, fields))
        self._leaves_by_click()

    def sees_framed(self, source: str) -> str:
        """The text that shows in a frame of the attacker's page around `source`; "" when the browser refuses."""
        self.tab.goto(evil_site.frame(source))
        frame = next((it for it in self.tab.frames if it.parent_frame is not None), None)
        if frame is None:
            return ""
        try:
            return frame.locator("body").inner_text(timeout=2_000)
        except Error:
            return ""

    def leaves_for_a_strangers_site(self) -> str:
        """Click a link of the page in front to the attacker's site; returns the Referer that arrived there."""
        self.tab.evaluate(
            """address => {
                const link = document.body.appendChild(document.createElement('a'));
                link.id = 'go'; link.href = address; link.textContent = 'away';
            }""",
            f"https://{evil_site.EVIL}/elsewhere",
        )
        self._leaves_by_click()
        return self.world.evil.visits[-1].headers.get("referer", "") if self.world.evil.visits else ""

    def _leaves_by_click(self) -> None:
        with suppress(PlaywrightTimeout), self.tab.expect_navigation(wait_until="domcontentloaded"):
            hand.clicks(self.tab, "#go")

    # -- what a page shows ----------------------------------------------------------------------------------------

    def reads(self) -> str:
        """The text of the page in front."""
        return str(until(self.tab, "() => document.body && [document.body.innerText]")[0])

    def reads_without_references(self) -> str:
        """The same without numbers under which a log has it, which differ every time."""
        return re.sub(r"\b[0-9A-Fa-f-]{8,}\b", "", self.reads())

    def source(self) -> str:
        """The markup of the page in front."""
        return self.tab.content()

    def sees_element(self, selector: str) -> bool:
        """Whether the page in front has an element that the CSS `selector` finds, seen or unseen."""
        return bool(until(self.tab, "selector => [document.querySelector(selector) !== null]", selector)[0])

    def script_ran(self) -> bool:
        """Whether a script of an attacker ran in the page in front; such scripts set `window.hacked`."""
        return bool(self.tab.evaluate("Boolean(window.hacked)"))

    def _context(self) -> BrowserContext:
        if self.context is None:
            raise RuntimeError("no browser is open; call opens_a_browser() first")
        return self.context
