"""The address of a picture is not fetched by the app.

Whoever may write it into a directory chooses where the app's servers go, also inside the company.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", attributes={"picture": "https://evil.example/portrait.png"})
    alice.signs_in()
    fetched = [it for it in alice.world.evil.visits if "sec-fetch-mode" not in it.headers]
    alice.must(not fetched, "the app's server fetched an address out of a claim")


SCENARIO = Scenario(
    spec="OWASP Top Ten 2021, A10 (server-side request forgery); OIDC Core 1.0, 5.1 (picture)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    regions=("us",),
)
