"""An answer delivered at another customer's address is refused.

Where the path decides whose login it is, one customer's answer opens another's door.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    other = alice.employed_by(alice.another_customer())
    callback = alice.signs_in_up_to_the_callback()
    alice.delivers(callback, to=other.customer.redirect_uri)
    alice.must(not other.received("token"), "the code went to the issuer of another customer")


SCENARIO = Scenario(
    spec="RFC 9700, 4.4.2.2",
    expected=Refused("callback.tenant"),
    steps=_steps,
    covers=("rfc9700:4.4.2",),
)
