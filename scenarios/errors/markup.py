"""Markup in an error is shown as text, or not at all.

The texts of an error come through the browser: anybody can write them, and the address of its page may be a script.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(not alice.sees_element("img[src='x']"), "the error's text became markup of the app's page")
    alice.must(not alice.sees_element("a[href^='javascript:' i]"), "the error's address became a link that is a script")
    alice.must(not alice.script_ran(), "a script in the error's text ran on the app's page")


SCENARIO = Scenario(
    spec="RFC 9700, 4.16; RFC 6749, 4.1.2.1",
    expected=Refused("idp_error"),
    fault="markup_in_the_error",
    steps=_steps,
)
