"""A look at who is signed in opens a tab only where it must."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest

from harness import people
from harness.look import Look
from harness.targets.reference import TARGET
from harness.world import World


class _Tab:
    def __init__(self) -> None:
        self.at, self.closed = "", False

    def goto(self, url: str) -> None:
        self.at = url

    def locator(self, _: str) -> _Tab:
        return self

    def inner_text(self) -> str:
        return f"drawn at {self.at}"

    def close(self) -> None:
        self.closed = True


class _Browser:
    """A context with two cookies for the app; it remembers the tabs that were opened."""

    def __init__(self) -> None:
        self.tabs: list[_Tab] = []

    def new_page(self) -> _Tab:
        self.tabs.append(_Tab())
        return self.tabs[-1]

    def cookies(self, url: str) -> list[dict[str, str]]:
        assert url == "https://app.example/api/me"
        return [{"name": "__Host-session", "value": "abc"}, {"name": "theme", "value": "dark"}]


@pytest.fixture
def browser() -> Any:
    """A browser context that stands still."""
    return cast("Any", _Browser())


def test_it_asks_with_the_browsers_cookies_and_without_a_tab(browser: Any) -> None:
    """What a browser would send at that address is sent, and no tab is opened for it."""
    asked: list[tuple[str, str]] = []

    def ask(url: str, cookies: str) -> str:
        asked.append((url, cookies))
        return "{}"

    look = Look(browser, ask)
    assert look.reads("https://app.example/api/me") == "{}"
    look.close()
    assert asked == [("https://app.example/api/me", "__Host-session=abc; theme=dark")]
    assert browser.tabs == []


def test_it_opens_a_tab_where_it_cannot_ask(browser: Any) -> None:
    """In the world of another process only the browser itself gets anywhere."""
    assert Look(browser).reads("https://app.example/api/me") == "drawn at https://app.example/api/me"


def test_its_tab_is_one_and_is_closed_with_it(browser: Any) -> None:
    """A page that must be drawn is drawn in one fresh tab, which does not outlive the look."""
    look = Look(browser)
    assert look.page is look.page
    look.close()
    assert [tab.closed for tab in browser.tabs] == [True]


def test_each_host_of_the_app_answers_for_itself() -> None:
    """All names are behind one port; a look at one region does not spoil the next one at the other."""
    world = World(TARGET).start()
    try:
        answers = [json.loads(world.asks(f"{origin}/api/me", "")) for origin in people.ORIGINS.values()]
    finally:
        world.stop()
    assert answers == [{"signed_in": False}] * len(people.ORIGINS)
