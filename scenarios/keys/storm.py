"""Made-up keys do not make the app fetch the key set again and again.

A fetch per unknown key turns a burst of junk callbacks into an attack on the issuer.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario

BURST = 7
FETCHES = 6
"""Key sets fetched in a burst: more than a careful app needs, fewer than one per token."""

LOGINS = 2
"""Logins in peace, after which it shows whether keys are kept."""


def _steps(alice: Actor) -> None:
    most = BURST if _fetches_for_every_login(alice) else FETCHES
    before = len(alice.received("jwks"))
    for _ in range(BURST if alice.is_lied_to else 1):
        alice.begins()
        alice.signs_in_at_the_idp()
    fetched = len(alice.received("jwks")) - before
    alice.must(fetched <= most, f"{BURST} tokens with unknown keys made the app fetch the key set {fetched} times")


def _fetches_for_every_login(alice: Actor) -> bool:
    """Whether the app keeps no keys at all: then it is not the made-up ones that make it fetch."""
    if not alice.is_lied_to:
        return False
    with alice.meeting_no_lies():
        for _ in range(LOGINS):
            alice.signs_in()
            alice.drops_cookies()
    return len(alice.received("jwks")) >= LOGINS


SCENARIO = Scenario(
    spec="RFC 6819, 4.4.1.12; OIDC Core 1.0, 10.1.1",
    expected=Refused("id_token.kid"),
    fault="kid_unknown",
    steps=_steps,
    regions=("us",),
    needs=("signature",),
)
