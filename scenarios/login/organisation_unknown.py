"""An organisation name that nobody has leads nowhere, and says no more than that.

An answer that tells known names from unknown ones lists a company's customers to whoever asks.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins(organisation="nobody-has-this-name")


SCENARIO = Scenario(
    spec='The product\'s guide, "Logging in with SSO"; OWASP ASVS 4.0, 3.2 (no enumeration)',
    expected=Refused("organisation"),
    steps=_steps,
    needs=("organisation_step",),
)
