"""Coming back from the IdP's sign-out with another state, or none, is no error.

Some IdPs return none, some another; the person is signed out all the same.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.signs_out()
    for query in ("", "?state=another", "?state=a&state=b&foo=bar"):
        answer = alice.fetches(alice.origin + "/signed-out" + query)
        alice.must(answer is not None and answer.ok, "the return from the IdP's sign-out was answered with an error")


SCENARIO = Scenario(
    spec="RP-Initiated Logout 1.0, 3",
    expected=NotSignedIn(),
    steps=_steps,
    needs=("check_codes",),
    covers=("oidf:oidcc-client-test-rp-init-logout-other-state", "oidf:oidcc-client-test-rp-init-logout-no-state"),
)
