"""Parameters that a stranger adds to a login's start reach no issuer.

A link that widens the scope or moves the redirect URI turns the app into the attacker's client.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    added = {"scope": "openid admin", "redirect_uri": "https://evil.example/x", "prompt": "none", "max_age": "0"}
    alice.follows_a_strangers_link(alice.initiating(**added))
    alice.signs_in_at_the_idp()
    asked = alice.first_request("authorize").parameters
    alice.must("admin" not in asked.get("scope", ""), "a stranger's scope reached the issuer")
    alice.must(asked.get("redirect_uri") == alice.customer.redirect_uri, "a stranger's redirect URI reached the issuer")
    alice.must("max_age" not in asked and "prompt" not in asked, "a stranger's parameters reached the issuer")


SCENARIO = Scenario(
    spec="RFC 9700, 4.7.1; OWASP (parameter injection)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("initiate",),
)
