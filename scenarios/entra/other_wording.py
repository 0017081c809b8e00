"""The same mistake in other words is still the same mistake.

Microsoft changes numbers and texts; whoever reads them instead of "error" breaks without notice.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.tenant.settings["error_texts"] = "older"
    alice.administrator.changes_secret("another-secret-that-the-app-was-never-told")
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes (handling error codes in your application)",
    expected=Refused("token_endpoint.invalid_client"),
    steps=_steps,
    idps=("entra",),
)
