"""A guest of another tenant signs in, with the host's tenant in the token.

"idp" names the home, "tid" and "iss" the host; apps that compare with the home turn guests away.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.person("alice").attributes["home_tenant"] = "live.com"
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference (idp)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
