"""The sign-in page says nothing that its address tells it to say.

"Your account is locked, call this number" on the real site is the best phishing there is.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario

WORDS = "Call 0900 123456 now"


def _steps(alice: Actor) -> None:
    names = ("error", "error_description", "message", "msg", "sso_error", "reason", "notice")
    alice.opens(f"{alice.front_door}?" + "&".join(f"{name}={WORDS.replace(' ', '+')}" for name in names))
    alice.must(WORDS not in alice.reads(), "the page says what its address tells it to")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 5.1; RFC 9700, 4.11",
    expected=NotSignedIn(),
    steps=_steps,
    idps=("okta",),
    regions=("us",),
)
