"""A European customer's login touches European hosts only.

Apps with the American issuer in their code keep Europeans out, or send their people to the wrong console.
"""

from urllib.parse import urlsplit

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    hosts = {urlsplit(url).hostname or "" for url in alice.visited}
    american = {"oauth.id.jumpcloud.com", "console.jumpcloud.com"} & hosts
    alice.must(not american, f"no American host is visited; these are: {sorted(american)}")


SCENARIO = Scenario(
    spec="https://github.com/DefGuard/defguard/issues/2756",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    regions=("eu",),
)
