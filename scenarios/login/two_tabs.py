"""Two logins begun in two tabs of one browser both end signed in.

A single slot for the pending login lets the second tab overwrite the first: "state mismatch", now and then.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    second = alice.another_tab()
    alice.begins()
    second.begins()
    alice.signs_in_at_the_idp()
    # JumpCloud has room for one login per browser, and answers the first tab with an error of its own.
    answered_no = any("error=" in address for address in alice.visited)
    alice.must(answered_no or alice.account(), "the tab that began first did not sign in")
    second.signs_in_at_the_idp()
    alice.takes_over(second)


SCENARIO = Scenario(
    spec="RFC 9700, 4.7.1 (state is bound to one request); browsers have tabs",
    expected=SignedIn("alice"),
    steps=_steps,
    needs=("two_tabs",),
)
