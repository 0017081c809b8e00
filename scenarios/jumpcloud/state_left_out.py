"""Without a state JumpCloud refuses at once, and sends an empty state back.

An app that compares states first and shows the error last tells its people "state mismatch" and hides the true cause.
"""

from urllib.parse import urlencode

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    asked = alice.newest_request("authorize").parameters | {"state": ""}
    alice.opens(f"{people.issuer(alice.customer)}oauth2/auth?{urlencode(asked)}")
    alice.must("state=&" in f"{alice.tab.url}&", "JumpCloud returns an empty state")
    alice.must("invalid_state" in alice.reads(), "the page names the issuer's own error")


SCENARIO = Scenario(
    spec="https://app.sourcebot.dev/chat/cmmyp5bsc0001n37tvx8dz4bp; https://github.com/langfuse/langfuse/issues/5440",
    expected=Refused("state"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("check_codes",),
)
