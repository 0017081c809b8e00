"""harness/hand.py: clicking and typing where a person could, and no sooner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from harness import browser as browsers
from harness import hand, page_turn


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    """An empty tab."""
    found = browsers.find()
    assert found is not None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.path, args=browsers.arguments([], root=True))
        yield browser.new_page()
        browser.close()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits that end in vain end soon."""
    monkeypatch.setattr(page_turn, "PATIENCE", 100.0)


def test_click_is_a_persons(tab: Page) -> None:
    """The page sees a trusted event, as of a mouse, which alone may open windows and submit for a person."""
    tab.set_content("<button onclick='document.title = event.isTrusted'>go</button>")

    hand.clicks(tab, "button")

    assert tab.title() == "true"


def test_click_reaches_what_is_out_of_sight(tab: Page) -> None:
    """A button far below is scrolled to first."""
    tab.set_content("<p style='height: 9000px'>long</p><button onclick='document.title = \"hit\"'>go</button>")

    hand.clicks(tab, "button")

    assert tab.title() == "hit"


@pytest.mark.parametrize(
    "page",
    [
        "<p>nothing</p>",
        "<button disabled>go</button>",
        "<fieldset disabled><button>go</button></fieldset>",
        "<button hidden>go</button>",
        "<button style='visibility: hidden'>go</button>",
        "<button>go</button><div style='position: fixed; inset: 0'>in front</div>",
    ],
)
def test_what_a_person_cannot_click_is_waited_for(tab: Page, page: str) -> None:
    """An element that is missing, disabled, hidden or covered is no way on."""
    tab.set_content(page)

    with pytest.raises(PlaywrightTimeout):
        hand.clicks(tab, "button")


def test_text_takes_the_place_of_what_stood_there(tab: Page) -> None:
    """A field that was filled in before holds the new text alone, and its page has heard of it."""
    tab.set_content("<input value='before' oninput='document.title = this.value'>")

    hand.fills(tab, "input", "after")

    assert tab.title() == "after"


def test_nothing_is_typed_too(tab: Page) -> None:
    """Filling in nothing empties the field."""
    tab.set_content("<input value='before' oninput='document.title = `now ${this.value}`'>")

    hand.fills(tab, "input", "")

    assert tab.title() == "now"


@pytest.mark.parametrize("field", ["<input disabled>", "<input readonly>", "<input hidden>", "<p>none</p>"])
def test_what_a_person_cannot_type_into_is_waited_for(tab: Page, field: str) -> None:
    """A field that is missing, hidden or not to be changed takes no text."""
    tab.set_content(field)

    with pytest.raises(PlaywrightTimeout):
        hand.fills(tab, "input", "text")


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<p id=it>here</p>", True),
        ("<p id=it hidden>here</p>", False),
        ("<p id=it style='visibility: hidden'>here</p>", False),
        ("<p id=it style='width: 0'></p>", False),
        ("<p>else</p>", False),
    ],
)
def test_what_shows_is_what_is_seen(tab: Page, page: str, seen: bool) -> None:  # noqa: FBT001 - the case's own answer
    """An element shows that is there, is not hidden, and takes some room."""
    tab.set_content(page)

    assert hand.shows(tab, "#it") is seen
