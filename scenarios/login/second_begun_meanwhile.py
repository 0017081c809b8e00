"""A login is not lost because another one was begun in the same browser meanwhile.

An app with room for one pending login refuses the first answer; the person sees "state mismatch", now and then.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    first = alice.signs_in_up_to_the_callback()
    second_tab = alice.another_tab()
    second = second_tab.signs_in_up_to_the_callback()
    alice.opens(first.url)
    alice.must(alice.account(), "the first login was lost when a second one was begun")
    second_tab.opens(second.url)
    alice.takes_over(second_tab)


SCENARIO = Scenario(
    spec="RFC 9700, 4.7.1 (state is bound to one request); browsers have tabs",
    expected=SignedIn("alice"),
    steps=_steps,
    needs=("two_tabs",),
)
