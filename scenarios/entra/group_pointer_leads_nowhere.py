"""Somebody in 201 groups signs in, although the pointer that stands for them leads nowhere.

It names a host that Microsoft has retired; an app that follows it meets an error and locks out its oldest members.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.sends_groups()
    alice.administrator.puts_in_many_groups("alice", 201 - len(alice.administrator.person("alice").groups))
    alice.signs_in()
    alice.reloads()


SCENARIO = Scenario(
    spec="https://github.com/hashicorp/vault/issues/7510; https://github.com/IBM/mcp-context-forge/issues/2201; https://github.com/OctopusDeploy/Issues/issues/8388",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
