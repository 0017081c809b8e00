"""The report's pages in a real browser: what is open, the keyboard, accessibility, light, dark and narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from harness import browser as browsers
from harness.record.events import Cookie
from harness.report import assembly, comparison
from harness.report.cells import Cell
from harness.report.page import timeline
from harness.report.summary import Summary
from tests.unit.report.conftest import CLAIMS, Login, login, lost_cookie

__all__ = ["login", "lost_cookie"]

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 390, "height": 800}},
}
MATRIX = [
    Cell(f"topic_{topic}/case_{number}", idp, region, "passed", target="reference", folder="x")
    for topic in range(10)
    for number in range(25)
    for idp in ("entra", "generic", "jumpcloud", "okta")
    for region in ("us", "eu")
]
RED = replace(MATRIX[9], result="failed", reason="expected: refused; observed: alice is signed in")
SKIPPED = replace(MATRIX[17], result="skipped", reason='target "mine" lacks deep_links')


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that reaches nothing but files."""
    found = browsers.find()
    assert found is not None, "no browser; run make browser"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found.path, args=browsers.arguments((), root=True))
        yield running
        running.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page's text as a file; the test fails if it asks for anything else or an error is said."""
    contexts = []
    said: list[str] = []

    def shown(text: str, **options: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.on("request", lambda it: said.append(it.url) if not it.url.startswith(("file:", "data:")) else None)
        page.on("pageerror", lambda it: said.append(str(it)))
        page.goto(file.as_uri())
        return page

    yield shown
    for context in contexts:
        context.close()
    assert said == []


def index(*changed: Cell) -> str:
    """A report page of two thousand cells."""
    cells = {cell.key: cell for cell in (*MATRIX, *changed)}
    before = {RED.key: "passed"}
    pages = {RED.case: ("A rule of the field.\n\nWhat goes wrong without it.", "OIDC Core 1.0, 3.1.3.7 (3)")}
    return assembly.index(Summary(tuple(sorted(cells.values(), key=lambda it: it.key)), 1_000.0, before), pages)


def refused(login: Login) -> str:
    """The timeline of a login that was refused."""
    return timeline(login(claims=CLAIMS | {"aud": "another"}, refused="id_token.aud", status=400), login())


def serious(page: Page) -> list[str]:
    """What axe finds serious or critical."""
    found = Axe().run(page).response["violations"]
    return [f"{it['id']}: {it['nodes'][0]['html'][:120]}" for it in found if it["impact"] in {"serious", "critical"}]


# -- the timeline ------------------------------------------------------------------------------------------------


def test_the_hop_that_broke_is_open_at_first_sight(show: Callable[..., Page], login: Login) -> None:
    """Refused hop and cause are open, everything else is closed, and the top of the page leads there."""
    page = show(refused(login))

    opened = page.locator("details.hop[open] > summary b").all_inner_texts()
    assert opened == ["Authorization response", "Token request"]
    assert page.get_by_role("link", name="Authorization response").is_visible()
    assert page.get_by_text("does not hold the client ID").first.is_visible()


def test_a_healthy_timeline_is_closed(show: Callable[..., Page], login: Login) -> None:
    """Where nothing broke nothing is in the way."""
    assert show(timeline(login())).locator("details.hop[open]").count() == 0


def test_hops_are_reached_and_opened_by_keyboard(show: Callable[..., Page], login: Login) -> None:
    """Arrows go from hop to hop, past files that are hidden; Enter opens."""
    page = show(timeline(login()))
    page.locator("details.hop > summary").first.focus()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    assert page.locator("details.hop[open] > summary b").all_inner_texts() == ["Discovery document"]


def test_end_and_home_go_to_the_ends(show: Callable[..., Page], login: Login) -> None:
    """The last hop is one key away, and the first again."""
    page = show(timeline(login()))
    page.locator("details.hop > summary").first.focus()

    page.keyboard.press("End")
    last = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Home")

    assert "Who is signed in" in last
    assert "Page of the app" in page.evaluate("document.activeElement.innerText")


def test_all_hops_open_at_once(show: Callable[..., Page], login: Login) -> None:
    """One button opens everything and closes it again."""
    page = show(timeline(login()))
    button = page.get_by_role("button", name="Open all hops")

    button.click()
    assert page.locator("details.hop:not([open])").count() == 0
    button.click()
    assert page.locator("details.hop[open]").count() == 0


def test_files_are_hidden_until_asked_for(show: Callable[..., Page], login: Login) -> None:
    """Style sheets are no part of a login, but can be seen."""
    page = show(timeline(login()))
    file = page.locator("li.file")

    assert not file.is_visible()
    page.get_by_role("button", name="Show files and inner steps").click()
    assert file.is_visible()


def test_a_printed_timeline_is_unfolded(show: Callable[..., Page], login: Login) -> None:
    """On paper nothing can be opened, so every hop is; on the screen it then is as before."""
    page = show(timeline(login()))

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.hop:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details[open]").count() == 0


def test_a_link_to_a_hop_opens_it(show: Callable[..., Page], login: Login) -> None:
    """An address with a hop in it, sent to a colleague, shows that hop."""
    page = show(timeline(login()))

    page.goto(page.url + "#hop-5")
    page.reload()

    assert page.locator("details.hop[open] > summary b").all_inner_texts() == ["Authorization request"]


def test_a_timeline_can_be_read_without_script(show: Callable[..., Page], login: Login) -> None:
    """The broken hop is open and others can be opened where scripts do not run."""
    page = show(refused(login), java_script_enabled=False)

    page.locator("details.hop > summary").first.click()
    assert page.locator("details.hop[open]").count() == 3


def test_a_refused_cookie_is_seen(show: Callable[..., Page], login: Login, lost_cookie: Cookie) -> None:
    """The browser's reason stands in the open hop."""
    page = show(timeline(login(more=(lost_cookie,))))

    assert page.get_by_text("refused by the browser: SameSite=None without Secure").is_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_the_timeline_is_accessible(look: str, show: Callable[..., Page], login: Login) -> None:
    """Nothing serious is found with everything open, and nothing is wider than the window."""
    page = show(refused(login), **LOOKS[look])
    page.get_by_role("button", name="Open all hops").click()

    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


# -- the report --------------------------------------------------------------------------------------------------


def test_the_matrix_is_filtered_by_words(show: Callable[..., Page]) -> None:
    """All words must be there; topics without a match go."""
    page = show(index())

    page.get_by_label("Search scenario or rule").fill("topic_3 case_7")

    assert page.locator("tr[data-case]:visible").count() == 1
    assert page.locator("tr.topic:visible").count() == 1
    assert page.get_by_role("status").inner_text() == "1 scenario shown"


def test_red_cells_are_found(show: Callable[..., Page]) -> None:
    """One button leaves the scenarios that have a red cell."""
    page = show(index(RED, SKIPPED))

    page.get_by_role("button", name="red 1", exact=True).click()

    assert page.locator("tr[data-case]:visible").count() == 1
    assert page.locator(".cell.failed:visible").count() == 1


def test_an_idp_is_chosen(show: Callable[..., Page]) -> None:
    """Other vendors' columns go."""
    page = show(index())

    page.get_by_role("combobox", name="IdP").select_option("okta")

    assert page.locator("thead th:visible").count() == 3


def test_a_filter_without_a_match_says_so(show: Callable[..., Page]) -> None:
    """An empty matrix is explained."""
    page = show(index())

    page.get_by_label("Search scenario or rule").fill("nothing of the kind")

    assert page.get_by_text("Nothing matches.").is_visible()


def test_what_is_newly_red_is_said_at_the_top(show: Callable[..., Page]) -> None:
    """The first thing to see is what changed, and it leads to the cell."""
    page = show(index(RED))

    page.locator(".changes a").click()

    assert page.get_by_role("dialog").get_by_text("red, newly red").is_visible()


def test_a_cell_tells_its_story(show: Callable[..., Page]) -> None:
    """Rule, source, expectation, reason and the command to run it again are one click away."""
    page = show(index(RED))

    page.locator(".cell.failed").click()

    dialog = page.get_by_role("dialog")
    for text in ("What goes wrong without it.", "OIDC Core 1.0, 3.1.3.7 (3)", RED.reason, RED.again):
        assert dialog.get_by_text(text).is_visible()
    assert dialog.get_by_role("link", name="Open the timeline").get_attribute("href") == "x/timeline.html"


def test_a_cell_says_why_it_was_skipped(show: Callable[..., Page]) -> None:
    """A skip has a reason."""
    page = show(index(SKIPPED))

    page.locator(".cell.skipped").click()

    assert page.get_by_role("dialog").get_by_text("lacks deep_links").is_visible()


def test_the_matrix_is_walked_by_keyboard(show: Callable[..., Page]) -> None:
    """Arrows go from cell to cell, Enter opens, Escape returns to the cell."""
    page = show(index())
    page.locator(".cell").first.focus()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    title = page.get_by_role("dialog").get_by_role("heading").first.inner_text()
    page.keyboard.press("Escape")

    assert title == "topic_0/case_1 at entra, us"
    expect(page.locator('[data-name="topic_0/case_1@entra-us"]')).to_be_focused()


def test_red_cells_are_gone_through_one_by_one(show: Callable[..., Page]) -> None:
    """Next and the arrow keys lead through what the filter leaves, and closing returns to the cell last seen."""
    last = replace(RED, case="topic_7/case_3")
    page = show(index(RED, last))
    page.get_by_role("button", name="red 2", exact=True).click()
    page.locator(".cell.failed").first.click()
    dialog = page.get_by_role("dialog")

    assert dialog.get_by_role("button", name="Previous").is_disabled()
    dialog.get_by_role("button", name="Next").click()
    assert dialog.get_by_role("heading", name=last.case).is_visible()
    page.keyboard.press("ArrowLeft")
    assert dialog.get_by_role("heading", name=RED.case).is_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    # The browser tells a page of a closed dialog a moment later.
    expect(page.locator(f'[data-name="{last.name}"]')).to_be_focused()


def test_the_search_is_one_key_away(show: Callable[..., Page]) -> None:
    """A slash goes to the search field and is not written into it."""
    page = show(index())

    page.keyboard.press("/")
    page.keyboard.type("topic_1")

    assert page.get_by_label("Search scenario or rule").input_value() == "topic_1"


def test_a_topic_says_how_it_went(show: Callable[..., Page]) -> None:
    """A reader finds the topics that matter by scrolling, without reading cells."""
    page = show(index(RED))

    assert page.locator("tr.topic").first.inner_text().split() == ["topic_0", "1", "red"]
    assert page.locator("tr.topic").last.inner_text().split() == ["topic_9", "all", "as", "expected"]


def test_many_changes_do_not_bury_the_matrix(show: Callable[..., Page]) -> None:
    """A dozen scenarios are listed, each once with all its cells; the others are one click away."""
    changed = [replace(it, result="failed") for it in MATRIX if it.idp == "okta" and it.case.startswith("topic_0")]
    before = {it.key: "passed" for it in changed}
    page = show(assembly.index(Summary(tuple(changed), 1_000.0, before), {}))

    assert page.locator(".changes li:visible").count() == 12
    assert page.locator(".changes li").first.locator("a").count() == 2
    page.get_by_text("13 more scenarios").click()
    assert page.locator(".changes li:visible").count() == 25


def test_a_cell_can_be_linked_to(show: Callable[..., Page]) -> None:
    """The address of an open cell opens it again."""
    page = show(index(RED))

    page.goto(f"{page.url}#{RED.case}@{RED.idp}-{RED.region}")
    page.reload()

    assert page.get_by_role("dialog").get_by_text(RED.reason).is_visible()


def test_the_matrix_leads_to_timelines_without_script(show: Callable[..., Page]) -> None:
    """Each cell is a plain link where scripts do not run."""
    page = show(index(), java_script_enabled=False)

    assert page.locator(".cell").first.get_attribute("href") == "x/timeline.html"


@pytest.mark.parametrize("look", LOOKS)
def test_the_report_is_accessible(look: str, show: Callable[..., Page]) -> None:
    """Nothing serious is found, in the matrix and in an open cell; only the matrix may be wider than the window."""
    page = show(index(RED, SKIPPED), **LOOKS[look])
    page.get_by_label("Search scenario or rule").fill("topic_0")

    assert serious(page) == []
    page.locator(".cell.failed").click()
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("look", LOOKS)
def test_two_logins_side_by_side_are_accessible(look: str, show: Callable[..., Page], login: Login) -> None:
    """The comparison has nothing serious, and fits the window."""
    page = show(comparison.page(login(), login(claims=CLAIMS | {"aud": "x"}, cookies="")), **LOOKS[look])

    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.get_by_text("id_token claim aud").is_visible()
