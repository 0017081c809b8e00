"""Several requests at once renew the session once.

With rotation and no grace, Okta takes a second use for theft and revokes everything.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings |= {
        "grant_types": ("authorization_code", "refresh_token"),
        "refresh_rotation": "ROTATE",
        "refresh_grace_seconds": 0,
    }
    alice.support.changes_connection(scopes=("openid", "email", "profile", "offline_access"))
    alice.signs_in()
    alice.waits(3700)
    alice.tab.evaluate("() => Promise.all([1, 2, 3].map(() => fetch('/api/me', {cache: 'no-store'})))")
    renewals = [it for it in alice.received("token") if it.parameters.get("grant_type") == "refresh_token"]
    alice.must(len(renewals) == 1, f"three requests renew once; {len(renewals)} renewals came")


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-react-native/issues/109; https://developer.okta.com/docs/guides/refresh-tokens/main/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable",),
)
