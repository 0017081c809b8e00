"""A callback that the browser fetches on a guess is not spent.

Chromium and mail scanners fetch links before anybody clicks; a code used up then is missing for the person.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    alice.prefetches(callback.url)
    alice.delivers(callback)
    alice.must(not alice.at_the_refusal(), "the code was spent on a guess, and the person turned away")


SCENARIO = Scenario(
    spec='Fetch, "Sec-Purpose"; RFC 6749, 4.1.2',
    expected=SignedIn("alice"),
    steps=_steps,
    needs=("check_codes",),
)
