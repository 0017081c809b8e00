"""A state of seven characters is too weak for JumpCloud, PKCE or not.

Apps that rely on PKCE and send a counter for a state work at every other provider.
"""

from urllib.parse import urlencode

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    asked = alice.received("authorize")[-1].parameters | {"state": "1234567"}
    alice.opens(f"{people.issuer(alice.customer)}oauth2/auth?{urlencode(asked)}")
    alice.must("error=invalid_state" in alice.tab.url, "JumpCloud refuses a state of seven characters")


SCENARIO = Scenario(
    spec="https://github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README (Gotchas)",
    expected=Refused("state"),
    steps=_steps,
    idps=("jumpcloud",),
)
