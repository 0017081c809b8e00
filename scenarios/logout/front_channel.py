"""A frame of the issuer's sign-out page ends the session it names.

A person who signs out elsewhere counts on it.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    told = alice.administrator.newest_id_token.claims
    alice.fetches(alice.front_channel(iss=told["iss"], sid=told["sid"]))
    alice.opens("/workspace")


SCENARIO = Scenario(
    spec="Front-Channel Logout 1.0, 2",
    expected=NotSignedIn(),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("front_channel_logout",),
    covers=(
        "oidf:oidcc-client-test-rp-frontchannel-rpinitlogout",
        "oidf:oidcc-client-test-rp-frontchannel-opinitlogout",
    ),
)
