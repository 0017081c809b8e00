"""What never happened is not looked at in vain: the person has lost the way, and the scenario is red with a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
