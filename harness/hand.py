"""A person's hand on pages whose elements are known by CSS selectors: the browser's own mouse and keyboard events.

Like a locator it waits until the element can be used; unlike one it brings no script into the page, so that walking
through known pages, the greater part of every rehearsal, costs little more than the pages themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harness.page_turn import until

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Where the first such element can be hit: enabled, and with nothing in front of it.
_PLACE = """async selector => {
    await drawn();
    const element = document.querySelector(selector);
    if (!element || element.matches(':disabled')) return null;
    element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
    const box = element.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
    const hit = document.elementFromPoint(x, y);
    return element.contains(hit) ? [x, y] : null;
}"""

# Ready to be typed over: in focus, what stood there selected.
_FIELD = """async selector => {
    await drawn();
    const field = document.querySelector(selector);
    if (!field || field.matches(':disabled, :read-only') || !field.checkVisibility({visibilityProperty: true})) return false;
    field.focus();
    field.select();
    return true;
}"""

_SHOWN = """selector => {
    const element = document.querySelector(selector);
    return Boolean(element?.checkVisibility({visibilityProperty: true}) && element.getBoundingClientRect().width);
}"""


def clicks(page: Page, selector: str) -> None:
    """Click the first element that `selector` finds, once it can be hit.

    Raises:
        playwright.sync_api.TimeoutError: It never could.
    """
    x, y = until(page, _PLACE, selector, lacks=f'nothing to click at "{selector}"')
    page.mouse.click(x, y)


def fills(page: Page, selector: str, text: str) -> None:
    """Type `text` over what stands in the first field that `selector` finds.

    Raises:
        playwright.sync_api.TimeoutError: There never was one to be typed into.
    """
    until(page, _FIELD, selector, lacks=f'nothing to fill in at "{selector}"')
    if text:
        page.keyboard.insert_text(text)
    else:
        page.keyboard.press("Delete")


def shows(page: Page, selector: str) -> bool:
    """Whether the first element that `selector` finds is to be seen now, without waiting for it."""
    return bool(selector) and until(page, f"selector => [({_SHOWN})(selector)]", selector)[0]
