"""Two tabs, a link fetched on a guess, Back and reload: the login ends signed in all the same.

"State mismatch, but only now and then; when I try again, it works."
One slot for the pending login is overwritten by the second tab; a prefetch begins a login that nobody wanted, or spends
the code; Back and reload bring a finished answer a second time.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    second = alice.another_tab()
    alice.begins()
    second.begins()
    if "initiate" in alice.world.target.capabilities:
        alice.prefetches(alice.initiating())
    callback = alice.signs_in_up_to_the_callback(begun=True)
    alice.prefetches(callback.url)
    alice.delivers(callback)
    alice.must(alice.account(), "the tab that began first did not sign in")
    alice.goes_back()
    alice.delivers(callback)
    alice.must(callback.form or not alice.at_the_refusal(), "opening the finished callback again showed an error")
    second.signs_in_at_the_idp()
    alice.takes_over(second)


SCENARIO = Scenario(
    spec='RFC 9700, 4.2.4 and 4.7.1; Fetch, "Sec-Purpose"',
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta"),  # JumpCloud itself gives up the first of two tabs
    regions=("us",),
    needs=("two_tabs", "check_codes"),
    covers=("customer:two-tabs-back-prefetch",),
)
