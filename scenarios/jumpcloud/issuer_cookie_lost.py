"""Whose browser loses JumpCloud's cookie on the way comes back with "request_forbidden".

Cookie blockers and a change of host do it; the page has to offer another try.
"""

from urllib.parse import urlsplit

from harness import people
from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins()
    if alice.context is not None:
        alice.context.clear_cookies(domain=urlsplit(people.issuer(alice.customer)).hostname)
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="https://github.com/ory/hydra/issues/2345; https://github.com/ory/hydra/issues/1995",
    expected=Refused("idp_error"),
    steps=_steps,
    idps=("jumpcloud",),
)
