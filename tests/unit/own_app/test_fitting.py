"""harness/own_app/fitting.py: why somebody's app is not tried with a scenario, in words that its owner understands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from harness import catalogue
from harness.outcome import Refused
from harness.own_app.abilities import ABILITIES, OF_THE_PRODUCT
from harness.own_app.fitting import why_not
from harness.own_app.reading import read
from harness.own_app.target import OwnApp
from harness.scenario import Scenario
from harness.targets.reference import Reference

SCENARIO = Scenario(spec="RFC 6749, 3.1", expected=Refused("state"))

SHOP = """
name = "shop"
capabilities = [{capabilities}]
[app]
origins = {{ us = "https://shop.example" }}
listens = "http://127.0.0.1:{{port}}"
callback = "/callback"
command = ["npm", "start"]
[connection]
serves = "{serves}"
[connection.environment]
{variable} = "{{issuer}}"
[person]
begin = [{begin}]
[signed_in]
open = "/"
selector = "p"
[not_tried]
"keys/elsewhere" = "its keys are entered by hand"
"""


def _shop(folder: Path, *capabilities: str, serves: str = "one", begin: str = '{ open = "/" }') -> OwnApp:
    words = ", ".join(f'"{it}"' for it in capabilities)
    variable = "ISSUER" if serves == "one" else '"ISSUER_{organisation}"'
    file = folder / "sso-harness.toml"
    file.write_text(SHOP.format(capabilities=words, serves=serves, variable=variable, begin=begin), encoding="utf-8")
    return OwnApp(read(file))


def test_capability_that_may_be_declared_is_told_by_its_meaning(tmp_path: Path) -> None:
    """Whoever reads the reason learns what the word would say of their app."""
    reason = why_not(_shop(tmp_path), replace(SCENARIO, needs=("two_tabs",)), "a/b")

    assert reason == f'target "shop" lacks two_tabs: nobody says that it {ABILITIES["two_tabs"]}'


def test_capability_of_the_product_is_told_by_why_no_other_app_has_it(tmp_path: Path) -> None:
    """Nobody looks for a word that they could not write."""
    reason = why_not(_shop(tmp_path), replace(SCENARIO, needs=("roles", "two_tabs")), "a/b")

    assert reason == f'target "shop" lacks roles, two_tabs: {OF_THE_PRODUCT["roles"]}'


def test_what_is_declared_is_tried(tmp_path: Path) -> None:
    """A capability that the description names stops nothing."""
    assert why_not(_shop(tmp_path, "two_tabs"), replace(SCENARIO, needs=("two_tabs",)), "a/b") == ""


def test_what_is_not_to_be_tried_keeps_its_owners_reason(tmp_path: Path) -> None:
    """The description's own words are the reason, for the scenario that they name and no other."""
    assert why_not(_shop(tmp_path), SCENARIO, "keys/elsewhere") == "its keys are entered by hand"
    assert why_not(_shop(tmp_path), SCENARIO, "keys/elsewhere_too") == ""


@pytest.mark.parametrize(("serves", "tried"), [("one", False), ("all", True)])
def test_rule_of_several_customers_needs_several(tmp_path: Path, serves: str, tried: bool) -> None:  # noqa: FBT001 - a parameter
    """An app that knows one customer has nobody's address to mix up."""
    reason = why_not(_shop(tmp_path, serves=serves), replace(SCENARIO, expected=Refused("callback.tenant")), "a/b")

    assert (reason == "") == tried


@pytest.mark.parametrize("word", sorted({need for it, _ in catalogue.scenarios().values() for need in it.needs}))
def test_every_need_can_be_told(word: str) -> None:
    """What a scenario needs is either a word of descriptions or one of the product, never both."""
    assert (word in ABILITIES) != (word in OF_THE_PRODUCT)


def test_every_capability_is_needed() -> None:
    """A word that no scenario asks for would skip nothing, however it is written."""
    needed = {need for it, _ in catalogue.scenarios().values() for need in it.needs}

    assert (ABILITIES.keys() | OF_THE_PRODUCT.keys() | Reference.capabilities) - needed == set()


@pytest.mark.parametrize(
    ("begin", "path"),
    [
        ('{ open = "/login?to=/x" }, { click = { text = "SSO" } }', "/login"),
        ('{ open = "{path}" }', "/"),
        ('{ open = "/o/{organisation}" }', "/o/globex"),
    ],
)
def test_front_door_is_where_people_begin(tmp_path: Path, begin: str, path: str) -> None:
    """What an attacker shows or frames is the first page of the way in."""
    assert _shop(tmp_path, "deep_links", begin=begin).front_door("globex") == path
