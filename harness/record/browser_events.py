"""What the browser says while somebody logs in: console, page errors, policy violations, cookies it refuses and why.

Two depths. The light one listens to Chromium's own list of issues and costs next to nothing. The full one also reads the
cookies of every request and answer from the network domain, which costs some per cent of a login.
Source: Chrome DevTools Protocol, domains Audits and Network (https://chromedevtools.github.io/devtools-protocol/tot/).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from harness.record.tape import Tape

_NOT_MEANT = frozenset({"NotOnPath", "DomainMismatch"})
"""The cookie belongs elsewhere: nobody would expect it on this request."""


def _plain(reasons: Iterable[str]) -> tuple[str, ...]:
    """Reasons without "Schemeful": whether http and https count as one site is no matter where everything is https."""
    return tuple(reason.removeprefix("Schemeful") for reason in reasons)


class BrowserListener:
    """Listens to contexts and tabs and tells a tape; `full` chooses the depth."""

    def __init__(self, tape: Tape, *, full: bool) -> None:
        self._tape = tape
        self._full = full
        self._contexts: list[BrowserContext] = []
        self._tabs: list[Page] = []
        self._urls: dict[str, str] = {}

    def context(self, context: BrowserContext) -> None:
        """Listen to a context, once."""
        if context not in self._contexts:
            self._contexts.append(context)
            context.on("console", lambda it: self._console(it.type, it.text, it.location.get("url", "")))
            context.on("weberror", lambda it: self._tape.said("page error", "error", str(it.error)))

    def tab(self, page: Page) -> None:
        """Listen to a tab, once."""
        if page in self._tabs:
            return
        self._tabs.append(page)
        self.context(page.context)
        session = page.context.new_cdp_session(page)
        session.on("Audits.issueAdded", lambda it: self._issue(it["issue"]))
        session.send("Audits.enable")
        if self._full:
            session.on("Network.requestWillBeSent", self._named)
            session.on("Network.requestWillBeSentExtraInfo", self._sent)
            session.on("Network.responseReceivedExtraInfo", self._received)
            session.send("Network.enable")

    def _console(self, level: str, text: str, url: str) -> None:
        source = "policy" if "Content Security Policy" in text else "console"
        self._tape.said(source, level, text.strip(), url)

    def _issue(self, issue: dict[str, Any]) -> None:
        details = issue.get("details", {}).get("cookieIssueDetails")
        if not details or not details.get("cookieExclusionReasons"):
            return
        name = details.get("cookie", {}).get("name") or details.get("rawCookieLine", "").partition("=")[0]
        direction = "set" if details.get("operation") == "SetCookie" else "sent"
        reasons = _plain(reason.removeprefix("Exclude") for reason in details["cookieExclusionReasons"])
        self._tape.cookie(direction, name, details.get("cookieUrl", ""), reasons)

    def _named(self, event: dict[str, Any]) -> None:
        self._urls[event["requestId"]] = event["request"]["url"]

    def _sent(self, event: dict[str, Any]) -> None:
        for it in event.get("associatedCookies", ()):
            reasons = _plain(it.get("blockedReasons", ()))
            if reasons and not _NOT_MEANT.intersection(reasons):
                self._tape.cookie("sent", it["cookie"]["name"], self._url(event), reasons)

    def _received(self, event: dict[str, Any]) -> None:
        for it in event.get("blockedCookies", ()):
            name = (it.get("cookie") or {}).get("name") or it.get("cookieLine", "").partition("=")[0]
            self._tape.cookie("set", name, self._url(event), _plain(it.get("blockedReasons", ())))

    def _url(self, event: dict[str, Any]) -> str:
        return self._urls.get(event["requestId"], "")
