"""Several requests at once renew the session once.

With rotation and no grace, Okta takes a second use for theft and revokes everything.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

PATHS = ("/workspace", "/reports/1", "/reports/2")


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings |= {
        "grant_types": ("authorization_code", "refresh_token"),
        "refresh_rotation": "ROTATE",
        "refresh_grace_seconds": 0,
    }
    alice.support.changes_connection(scopes=("openid", "email", "profile", "offline_access"))
    alice.signs_in()
    tabs = {path: alice.another_tab().tab for path in PATHS}
    for tab in tabs.values():
        tab.goto(f"{alice.origin}/signed-out")
    alice.waits(3700)
    for path, tab in tabs.items():
        tab.evaluate(f"() => void setTimeout(() => location.assign('{path}'))")
    for path, tab in tabs.items():
        tab.wait_for_url(f"{alice.origin}{path}")
    renewals = [it for it in alice.received("token") if it.parameters.get("grant_type") == "refresh_token"]
    alice.must(len(renewals) == 1, f"three tabs renew once; {len(renewals)} renewals came")


SCENARIO = Scenario(
    spec="https://github.com/okta/okta-react-native/issues/109; https://developer.okta.com/docs/guides/refresh-tokens/main/",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "deep_links", "refresh"),
    covers=("rfc9700:4.14",),
)
