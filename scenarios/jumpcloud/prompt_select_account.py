"""JumpCloud refuses "prompt=select_account" only after password and second factor.

The person does everything right and ends on an error; the cause lies in a parameter that other providers welcome.
"""

from urllib.parse import urlencode

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    asked = alice.newest_request("authorize").parameters | {"prompt": "select_account"}
    alice.opens(f"{people.issuer(alice.customer)}oauth2/auth?{urlencode(asked)}")
    alice.signs_in_at_the_idp()
    alice.must("select_account" in alice.reads(), "the page repeats what JumpCloud says")


SCENARIO = Scenario(
    spec="https://community.jumpcloud.com/t5/security-networks/tailscale-sso-oidc/td-p/3184; https://github.com/ory/hydra/issues/4039",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("check_codes",),
)
