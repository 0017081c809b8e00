"""The callback address opened by itself ends kindly.

Bookmarks, crawlers and tiles of the IdP open it without anything.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.opens(alice.customer.redirect_uri)


SCENARIO = Scenario(
    spec="RFC 6749, 4.1.2; the product's guide",
    expected=Refused("state"),
    steps=_steps,
)
