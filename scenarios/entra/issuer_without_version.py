"""An issuer entered without "/v2.0" is refused before anybody is sent away.

It silently selects version 1, whose issuer is another host and whose tokens lack half of what the app reads.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(issuer=alice.issuer_name.removesuffix("/v2.0"))
    alice.begins()
    alice.must(not alice.at_issuer(), "the person was sent away to an issuer whose metadata names another")


SCENARIO = Scenario(
    spec="https://github.com/oauth2-proxy/oauth2-proxy/issues/458; https://github.com/SecObserve/SecObserve/pull/4670",
    expected=Refused("discovery.issuer"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable", "check_codes"),
)
