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
    asked = alice.newest_request("authorize").parameters | {"state": "1234567"}
    alice.opens(f"{people.issuer(alice.customer)}oauth2/auth?{urlencode(asked)}")
    answered = any("error=invalid_state" in url for url in alice.visited)  # many an app leads on to a page of its own
    alice.must(answered, "JumpCloud took a state of seven characters")


SCENARIO = Scenario(
    spec="https://github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README (Gotchas)",
    expected=Refused("state"),
    steps=_steps,
    idps=("jumpcloud",),
)
