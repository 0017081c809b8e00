"""An organisation name with markup in it is a name that nobody has, and is shown as text or not at all.

A page that repeats what was typed as it is runs whatever a link to it holds.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins(organisation="<img src=x onerror=window.hacked=1>")
    alice.must(not alice.sees_element("img[src='x']"), "the name became markup of the app's page")
    alice.must(not alice.script_ran(), "a script in the name ran on the app's page")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 5.3.3",
    expected=Refused("organisation"),
    steps=_steps,
    needs=("organisation_step",),
)
