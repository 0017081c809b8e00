"""Somebody who is signed in at Okta but not assigned to the app comes back with access_denied and no code.

Apps that redeem the missing code crash, and those that start over loop.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.signs_out()
    alice.administrator.registration.assigned = frozenset()
    alice.begins()


SCENARIO = Scenario(
    spec="https://github.com/n8n-io/n8n/issues/20170; https://github.com/tailscale/tailscale/issues/3334; https://github.com/datahub-project/datahub/issues/2886",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("okta",),
)
