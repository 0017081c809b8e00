"""A login begun with one customer's IdP cannot be finished with another's.

An attacker who reads state, nonce and challenge off one request asks another issuer with them, and its answer fits.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    other = alice.employed_by(alice.another_customer())
    other.begins()
    asked = other.authorization_request()
    alice.begins()
    own = alice.authorization_request()
    taken = {name: asked[name] for name in ("state", "nonce", "code_challenge") if name in asked}
    alice.opens(own.address({**own, **taken}))
    alice.signs_in_at_the_idp()
    alice.must(not other.received("token"), "a code of one issuer was sent to another")


SCENARIO = Scenario(
    spec="RFC 9700, 4.4",
    expected=Refused("callback.tenant"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("two_tabs",),
    covers=("rfc9700:4.4", "rfc9700:4.4.2"),
)
