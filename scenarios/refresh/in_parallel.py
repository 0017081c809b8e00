"""Several requests at once renew the session once.

Okta with rotation and JumpCloud take a second use of a refresh token for theft and revoke everything: all tabs are signed out.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.gets_refresh_tokens()
    alice.signs_in()
    alice.waits(3700)
    paths = ("/workspace", "/reports/1", "/reports/2")
    alice.goes_at_once(*((alice.another_tab(), alice.origin + path) for path in paths))
    renewals = [it for it in alice.received("token") if it.parameters.get("grant_type") == "refresh_token"]
    alice.must(len(renewals) == 1, f"three tabs renew once; {len(renewals)} renewals came")


SCENARIO = Scenario(
    spec="https://developer.okta.com/docs/guides/refresh-tokens/main/; https://github.com/okta/okta-react-native/issues/109; https://github.com/ory/hydra/issues/3004",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta", "jumpcloud"),
    needs=("adjustable", "deep_links", "refresh"),
    covers=("rfc9700:4.14",),
)
