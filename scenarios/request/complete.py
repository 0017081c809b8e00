"""The request carries what a careful app sends.

State, nonce and an S256 challenge are three locks for three doors.
"""

import re

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

SHORTEST = 22
"""Characters of base64url that hold 128 bits."""

VERIFIER = r"[A-Za-z0-9._~-]{43,128}"
"""What a code verifier looks like (RFC 7636, 4.1)."""


def _steps(alice: Actor) -> None:
    alice.signs_in()
    asked = alice.first_request("authorize").parameters
    alice.must("openid" in asked.get("scope", "").split(), 'the scope lacks "openid"')
    alice.must(asked.get("response_type") == "code", "the response type is not code")
    alice.must(asked.get("redirect_uri") == alice.customer.redirect_uri, "the redirect URI is not the registered one")
    for name in ("state", "nonce", "code_challenge"):
        alice.must(len(asked.get(name, "")) >= SHORTEST, f'"{name}" is missing or short enough to be guessed')
    alice.must(asked.get("code_challenge_method") == "S256", "the challenge is not S256")
    verifier = alice.first_request("token").parameters.get("code_verifier", "")
    alice.must(re.fullmatch(VERIFIER, verifier), "the verifier has signs, or a length, that RFC 7636 does not allow")


SCENARIO = Scenario(
    spec="RFC 9700, 2.1 and 2.1.1; RFC 7636, 4.1; OIDC Core 1.0, 3.1.2.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("pkce", "nonce"),
    covers=("rfc9700:2.1", "rfc9700:2.1.1", "rfc9700:4.8"),
)
