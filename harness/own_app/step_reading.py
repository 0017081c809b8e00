"""Reading a person's steps from TOML: { open = "/" }, { click = {…} }, { fill = {…}, with = "…" }, { leave = true }."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, get_args, get_type_hints

from playwright.sync_api import Page

from harness.own_app.description import Place, Step
from harness.own_app.mistakes import unknown
from harness.own_app.placeholders import FOR_A_PERSON

if TYPE_CHECKING:
    from harness.own_app.table import Table

_LIKE = '{ click = { role = "button", name = "Log in" } }'
_VERBS = ("open", "click", "fill", "leave")
_WAYS = ("role", "label", "text", "test_id", "selector")


def steps(person: Table, key: str, *, least: str = "") -> tuple[Step, ...]:
    """The steps under `key`; with `least` there must be one, and `least` shows how that could look."""
    found = tuple(_step(row) for row in person.rows(key))
    if not found and least:
        person.lacks(key, f"write the way to the IdP, such as {least}")
    return found


def _step(row: Table) -> Step:
    given = [verb for verb in _VERBS if verb in row]
    if len(given) > 1:
        row.wrong("", " and ".join(given), "write a step of its own for each")
        for verb in given:
            row.any(verb)
    step = _known(row)
    row.placeholders("with" if step.does == "fill" else step.does, (step.value,), FOR_A_PERSON)
    row.close()
    return step


def _known(row: Table) -> Step:
    if "open" in row:
        value = row.text("open", "/")
        if not value.startswith(("/", "{path}")):
            row.wrong("open", value, 'write a path such as "/login", or "{path}" for where the person wants to go')
        return Step("open", value=value)
    if "click" in row:
        return Step("click", _place(row.below("click")))
    if "fill" in row:
        return Step("fill", _place(row.below("fill")), row.text("with", None, like="{organisation}"))
    if "leave" in row:
        if row.any("leave") is not True:
            row.wrong("leave", row.any("leave"), "write leave = true, or leave the step out")
        return Step("leave")
    row.wrong("", "no step that is known", f"write one of open, click, fill, leave, such as {_LIKE}")
    return Step("leave")


def _place(table: Table) -> Place:
    given = [way for way in _WAYS if way in table]
    place = Place(
        role=table.text("role"),
        name=table.text("name"),
        label=table.text("label"),
        text=table.text("text"),
        test_id=table.text("test_id"),
        selector=table.selector(),
    )
    if len(given) != 1:
        table.wrong("", ", ".join(given) or "nothing", f"say where by exactly one of {', '.join(_WAYS)}")
    for way in given:
        if table.any(way) == "" and way != "selector":
            table.wrong(way, "", "write what a person finds there")
    if place.role and place.role not in roles():
        table.wrong("role", place.role, unknown(place.role, roles(), otherwise="write one of the roles of WAI-ARIA"))
    if place.name and not place.role:
        table.wrong("name", place.name, 'it belongs to a role, such as role = "button"')
    table.close()
    return place


@cache
def roles() -> tuple[str, ...]:
    """The roles by which the browser finds elements: those of WAI-ARIA, as Playwright lists them."""
    return get_args(get_type_hints(Page.get_by_role)["role"])
