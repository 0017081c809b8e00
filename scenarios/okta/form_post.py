"""A login answered by form_post succeeds, however long the person took.

The answer is a cross-site POST: a cookie with SameSite=Lax does not come along, and after two minutes not even Chrome is kind.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(response_mode="form_post")
    alice.begins()
    alice.waits(150)
    alice.signs_in_at_the_idp()


SCENARIO = Scenario(
    spec="https://github.com/instantdb/instant/issues/2892; https://github.com/nextauthjs/next-auth/issues/1664; https://github.com/okta/samples-aspnetcore/issues/33",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "form_post"),
)
