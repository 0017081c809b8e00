"""A logout everywhere carries the ID token as hint, and comes back to the app.

Without "id_token_hint" Okta shows a page with an error, and the session lives on.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(sign_out="everywhere")
    alice.signs_in()
    alice.signs_out()
    hints = [bool(it.parameters.get("id_token_hint")) for it in alice.received("logout")]
    alice.must(hints == [True], f"one logout goes to Okta, with a hint; it was {hints}")


SCENARIO = Scenario(
    spec="https://github.com/mogenius/renovate-operator/issues/691; https://github.com/okta/samples-aspnetcore/issues/30",
    expected=NotSignedIn(),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "issuer_sign_out"),
)
