"""A backslash does not smuggle a host into the return address.

Browsers read a backslash as a slash; a check that looks for two slashes only lets it pass.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in(path="/sign-in?return_to=/%5Cevil.example/phish")
    alice.must(not alice.world.evil.visits, "the login ended on a stranger's site")
    alice.must(not alice.script_ran(), "the return address ran as a script")


SCENARIO = Scenario(
    spec="RFC 9700, 2.1 and 4.11.1",
    expected=SignedIn("alice"),
    steps=_steps,
    needs=("deep_links",),
    covers=("rfc9700:4.11",),
)
