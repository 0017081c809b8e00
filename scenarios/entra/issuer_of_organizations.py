"""An issuer entered as ".../organizations/v2.0" is refused before anybody is sent away.

The alias stands in the path and not in the token; whoever compares the two strings locks everybody out.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(issuer="https://login.microsoftonline.com/organizations/v2.0")
    alice.begins()
    alice.must(not alice.at_issuer(), "the person was sent away to an issuer whose metadata names another")


SCENARIO = Scenario(
    spec="https://github.com/supabase/auth/pull/1269",
    expected=Refused("discovery.issuer"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable", "check_codes"),
)
