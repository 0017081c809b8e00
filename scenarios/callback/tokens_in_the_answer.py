"""Tokens that come beside the code, in the answer itself, are not believed.

They come through the browser, unsigned as here or stolen elsewhere.
An app that asked for a code may overlook them, or refuse such an answer and let the person begin anew.
"""

import json
from base64 import urlsafe_b64encode

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _unsigned(**claims: str) -> str:
    header, body = (urlsafe_b64encode(json.dumps(it).encode()).decode().rstrip("=") for it in ({"alg": "none"}, claims))
    return f"{header}.{body}."


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    bob = _unsigned(iss=alice.issuer_name, sub="somebody-else", email=alice.login_name("bob"))
    alice.delivers(callback, id_token=bob, access_token="made-up")
    if not alice.account():
        alice.signs_in()


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.5 and 3.3.2.5; RFC 6749, 4.1.2",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
)
