"""Selectors and JSON paths, as far as a slip in them can be seen before a browser or an answer is there."""

from __future__ import annotations

import re

_OTHER_ENGINE = re.compile(r"//|\.\.|[\w:-]+=|[\"']|.*>>", re.DOTALL)
"""How a selector begins that is no CSS: XPath, "text=…", a quoted text, or several in a row (Playwright, "Other locators")."""

_CLOSED_BY = {"(": ")", "[": "]"}
_QUOTED = re.compile(r"\\.|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'", re.DOTALL)
_UNFINISHED = re.compile(r"[.#:>+~,]\s*$|[.#]\s*(?=[.#\s\[:>+~,)])|^\s*[>+~,]")


def flaw_of_selector(selector: str) -> str:
    """What is wrong with a CSS selector; "" when nothing is to be seen (Selectors Level 4, 18)."""
    if not selector.strip():
        return "it is empty"
    if _OTHER_ENGINE.match(selector):
        return ""
    bare = _QUOTED.sub("x", selector)
    if '"' in bare or "'" in bare:
        return "a quotation mark is not closed"
    awaited: list[str] = []
    for sign in bare:
        if sign in _CLOSED_BY:
            awaited.append(_CLOSED_BY[sign])
        elif sign in _CLOSED_BY.values() and (not awaited or awaited.pop() != sign):
            return f'a "{sign}" closes nothing'
    if awaited:
        return f'a "{awaited[-1]}" is missing'
    return "it is unfinished" if _UNFINISHED.search(bare) else ""


def flaw_of_path(path: str) -> str:
    """What is wrong with a dotted path into JSON, such as "user.email" or "users.0.email"; "" when nothing is."""
    if not all(part.strip() == part != "" for part in path.split(".")):
        return "a name between two dots is empty or has blanks around it"
    return "items of a list are numbers between dots" if re.search(r"[\[\]]|^\$", path) else ""
