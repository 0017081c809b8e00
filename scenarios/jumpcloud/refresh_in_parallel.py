"""Several requests at once renew the session once.

JumpCloud revokes the whole chain when a spent refresh token comes again: all tabs are signed out at the same moment.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

PATHS = ("/workspace", "/reports/1", "/reports/2")


def _steps(alice: Actor) -> None:
    alice.administrator.registration.settings["refresh_token"] = True
    alice.support.changes_connection(scopes=("openid", "email", "profile", "offline_access"))
    alice.signs_in()
    tabs = {path: alice.another_tab().tab for path in PATHS}
    for tab in tabs.values():
        tab.goto(f"{alice.origin}/signed-out")
    alice.administrator.registration.settings["refresh_takes"] = 1
    alice.waits(3700)
    for path, tab in tabs.items():
        tab.evaluate(f"() => void setTimeout(() => location.assign('{path}'))")
    for path, tab in tabs.items():
        tab.wait_for_url(f"{alice.origin}{path}")
    renewals = [it for it in alice.received("token") if it.parameters.get("grant_type") == "refresh_token"]
    alice.must(len(renewals) == 1, f"three requests renew once; {len(renewals)} renewals came")


SCENARIO = Scenario(
    spec="https://github.com/ory/hydra/issues/3004; https://github.com/neondatabase/mcp-server-neon/pull/232",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable", "deep_links", "refresh"),
)
