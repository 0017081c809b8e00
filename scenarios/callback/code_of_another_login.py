"""A code of another login, put into an answer that is otherwise right, signs nobody in.

Whoever has stolen a code starts a login of their own and exchanges the codes; only PKCE or the nonce can tell.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    mallory = alice.another_browser("bob")
    stolen = alice.signs_in_up_to_the_callback().parameters["code"]
    own = mallory.signs_in_up_to_the_callback()
    mallory.delivers(own, code=stolen)
    alice.takes_over(mallory)


SCENARIO = Scenario(
    spec="RFC 9700, 4.5.3",
    expected=Refused("token_endpoint.invalid_grant"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("pkce",),
    covers=("rfc9700:4.5", "rfc9700:4.5.3.1", "rfc9700:2.1.1"),
)
