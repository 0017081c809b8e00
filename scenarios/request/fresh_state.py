"""Two logins begun one after the other have different states.

A state that can be guessed lets a stranger finish their own login in the browser of somebody else, unless nonce or PKCE prevent it.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    first = alice.authorization_request()
    alice.begins()
    alice.must(first["state"] != alice.authorization_request()["state"], 'two logins have the same "state"')


SCENARIO = Scenario(
    spec="RFC 6749, 10.10 and 10.12; RFC 9700, 4.7.1",
    expected=AtIssuer(),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("fresh_state",),
    covers=("rfc9700:4.7.1",),
)
