"""What never happened is not looked at in vain: the person has lost the way, and the scenario is red with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast

import pytest

from harness import people
from harness.actor import Actor
from harness.lost_way import LostTheWay
from harness.targets.reference import TARGET
from harness.world import World


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """A world in which nobody has begun a login."""
    started = World(TARGET)
    started.start()
    yield started
    started.stop()


@pytest.mark.parametrize(
    ("look", "says"),
    [
        (lambda alice: alice.first_request("token"), 'nothing reached the issuer\'s endpoint "token"'),
        (lambda alice: alice.newest_request("authorize"), 'nothing reached the issuer\'s endpoint "authorize"'),
        (lambda alice: alice.authorization_request(), "never sent the browser to this customer's issuer"),
        (lambda alice: alice.administrator.newest_id_token, "never came as far as an ID token"),
        (lambda alice: alice.administrator.logout_token(), "never came as far as an ID token"),
    ],
)
def test_says_what_never_came(world: World, look: Callable[[Actor], object], says: str) -> None:
    """A wrong relying party may stop before the issuer hears of it."""
    alice = Actor(world, cast("Any", None), people.organisation("okta", "us"))

    with pytest.raises(LostTheWay, match=says):
        look(alice)


def _request(url: str, *, page: bool = True, failure: str = "") -> Any:
    return SimpleNamespace(url=url, is_navigation_request=lambda: page, failure=failure, existing_response=None)


def _alice(world: World, url: str) -> Any:
    return Actor(
        world, cast("Any", None), people.organisation("okta", "us"), page=cast("Any", SimpleNamespace(url=url))
    )


def test_says_which_page_never_came(world: World) -> None:
    """Whoever gives up while a page has not been answered says which; its query, which may hold a code, is left out."""
    alice = _alice(world, "https://app.pelanor.io/sign-in")
    alice._sees_a_request(_request("https://app.pelanor.io/slow?code=secret"))
    alice._sees_a_request(_request("https://app.pelanor.io/picture", page=False))

    alice.gets_lost("no other page came after the click")

    assert alice.lost == (
        "the person found no way on, at https://app.pelanor.io/sign-in: no other page came after the click; "
        "no answer came from https://app.pelanor.io/slow yet"
    )


@pytest.mark.parametrize(
    ("failure", "says"),
    [
        ("net::ERR_EMPTY_RESPONSE", "why; no answer came from https://app.pelanor.io/failed (net::ERR_EMPTY_RESPONSE)"),
        ("net::ERR_ABORTED", "why"),
    ],
)
def test_says_why_a_page_never_came(world: World, failure: str, says: str) -> None:
    """The browser's own reason is told, but of a page that it gave up for another one nothing is."""
    alice = _alice(world, "https://app.pelanor.io/sign-in")
    asked = _request("https://app.pelanor.io/failed", failure=failure)
    alice._sees_a_request(asked)
    alice._sees_a_torn_page(asked)

    alice.gets_lost("why")

    assert alice.lost == f"the person found no way on, at https://app.pelanor.io/sign-in: {says}"
