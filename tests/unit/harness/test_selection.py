"""Which cells a scenario has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from harness import catalogue, people
from harness.outcome import SignedIn
from harness.scenario import Scenario
from harness.selection import Selection

IDPS = ("entra", "okta", "jumpcloud")
REGIONS = ("us", "eu")


def scenario(**narrowed: object) -> Scenario:
    """A scenario that makes sense everywhere, but for what narrows it."""
    return Scenario(spec="", expected=SignedIn("alice"), **narrowed)  # type: ignore[arg-type]


def test_each_idp_in_each_region() -> None:
    """Unless told otherwise everything is rehearsed everywhere."""
    assert list(Selection(IDPS[:2], REGIONS).cells("login/happy", scenario())) == [
        ("entra", "us"),
        ("entra", "eu"),
        ("okta", "us"),
        ("okta", "eu"),
    ]


def test_a_scenario_narrows_itself() -> None:
    """What makes no sense at an IdP or in a region is not tried there."""
    narrow = scenario(idps=("okta",), regions=("eu",))
    assert list(Selection(IDPS, REGIONS).cells("okta/tile", narrow)) == [("okta", "eu")]


def test_no_fault_at_the_control() -> None:
    """The IdP without fault hooks runs a faulted scenario only where that names it."""
    selection = Selection(("generic",), ("us",))
    assert list(selection.cells("x/y", scenario(fault="nonce_wrong"))) == []
    assert list(selection.cells("x/y", scenario(fault="nonce_wrong", idps=("generic",)))) == [("generic", "us")]


@pytest.mark.parametrize("idp", sorted(people.ON_REQUEST))
def test_an_idp_on_request_needs_a_request(idp: str) -> None:
    """By name on the command line, or in the scenario."""
    assert list(Selection((idp,), ("us",)).cells("x/y", scenario())) == []
    assert list(Selection((idp,), ("us",), named=(idp,)).cells("x/y", scenario())) == [(idp, "us")]
    assert list(Selection((idp,), ("us",)).cells("x/y", scenario(idps=(idp,)))) == [(idp, "us")]


def in_turn() -> Iterator[tuple[str, Scenario, list[tuple[str, str]]]]:
    """Every scenario there is, with its cells when the regions take turns."""
    selection = Selection(catalogue.idps(), catalogue.regions(), in_turn=True)
    for path in catalogue.files(catalogue.FOLDER):
        if catalogue.is_scenario(path):
            case, (found, _) = catalogue.case_id(path), catalogue.load(path)
            yield case, found, list(selection.cells(case, found))


def test_in_turn_every_idp_is_rehearsed_once() -> None:
    """Taking turns leaves no IdP out: the same ones as ever, each in one region."""
    everything = Selection(catalogue.idps(), catalogue.regions())
    for case, found, cells in in_turn():
        assert [idp for idp, _ in cells] == list(dict.fromkeys(idp for idp, _ in everything.cells(case, found))), case


def test_in_turn_a_scenario_meets_every_region() -> None:
    """A scenario that runs at several IdPs meets each region at one of them."""
    for case, found, cells in in_turn():
        if found.regions is None and len(cells) >= len(catalogue.regions()):
            assert {region for _, region in cells} == set(catalogue.regions()), case


def test_in_turn_an_idp_meets_every_region() -> None:
    """The turns begin elsewhere from one scenario to the next, or an IdP would always be in the same region."""
    met = {cell for _, found, cells in in_turn() for cell in cells if not (found.idps or found.regions)}
    assert met >= {(idp, region) for idp in IDPS for region in REGIONS}
