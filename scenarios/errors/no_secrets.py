"""A failed login shows no secret, code or token.

Debug pages with local variables show the client secret to whoever can make a login fail.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    page = alice.source()
    sent = alice.received("token")
    secrets = [alice.administrator.registration.client_secret]
    secrets += [value for it in sent for name, value in it.parameters.items() if name in {"code", "code_verifier"}]
    alice.must(not any(secret in page for secret in secrets), "the error page shows a secret, a code or a verifier")


SCENARIO = Scenario(
    spec="RFC 6819, 4.6.7; OWASP ASVS 4.0, 7.4",
    expected=Refused("token_endpoint.invalid_grant"),
    fault="error_with_status_200",
    steps=_steps,
    covers=("rfc9700:4.2",),
)
