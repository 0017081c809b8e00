"""The app sends no value of "prompt" that JumpCloud does not know.

"select_account" and "create" end every login at JumpCloud.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    sent = set(alice.newest_request("authorize").parameters.get("prompt", "").split())
    alice.must(sent <= {"none", "login", "consent"}, f"JumpCloud knows the prompt; {sorted(sent)} was sent")


SCENARIO = Scenario(
    spec="https://github.com/ory/fosite v0.49.0, handler/openid/validator.go",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
)
