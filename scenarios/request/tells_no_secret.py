"""Neither the client secret nor the code verifier goes through the browser.

Both prove the app to the issuer; a verifier that travels inside "state" protects nobody, for whoever has the code has it as well.
"""

from base64 import urlsafe_b64decode
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from harness import people
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _told(address: str) -> Iterator[str]:
    """The values in an address, and what they hold where they are base64url, as the parts of a JWT are."""
    for _, value in parse_qsl(urlsplit(address).query):
        yield value
        for part in value.split("."):
            try:
                yield urlsafe_b64decode(f"{part}==").decode(errors="replace")
            except ValueError:
                continue


def _steps(alice: Actor) -> None:
    alice.signs_in()
    secrets = {"client secret": people.client_secret(alice.customer)}
    if verifier := alice.newest_request("token").parameters.get("code_verifier"):
        secrets["code verifier"] = verifier
    told = [value for address in alice.visited for value in _told(address)]
    for what, secret in secrets.items():
        alice.must(not any(secret in value for value in told), f"the {what} went through the browser")


SCENARIO = Scenario(
    spec="RFC 7636, 4.1 and 7.1; RFC 6749, 2.3.1; RFC 9700, 2.1.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    covers=("rfc9700:2.1.1",),
)
