"""The redirect URI at the token endpoint is the one of the authorization request, letter by letter.

Rebuilt from the address of the callback it has http behind a proxy, or a query, and Entra refuses it (AADSTS500112).
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    with alice.world.behind_a_proxy():
        alice.signs_in()
    asked, redeemed = (
        [it.parameters.get("redirect_uri") for it in alice.received(at)] for at in ("authorize", "token")
    )
    alice.must(redeemed and redeemed == asked, "the redirect URI changed on the way to the token endpoint")


SCENARIO = Scenario(
    spec="https://github.com/snok/django-auth-adfs/issues/354",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
