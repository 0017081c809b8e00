"""An issuer that ends in a slash and an audience in a list sign in as they are.

"Your guide worked with the test tenant, with ours it says invalid issuer", or "invalid audience".
JumpCloud's issuer has a slash at its end, in the metadata and in every token, and its "aud" is a list of one. An app that
drops the slash compares two different names; one that compares strings sees no audience.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.must(alice.issuer_name.endswith("/"), "the issuer of this customer has no slash at its end")
    alice.signs_in()
    own = [alice.administrator.registration.client_id]
    alice.must(alice.administrator.newest_id_token.claims["aud"] == own, "the audience did not come as a list")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (2) and (3); OIDC Discovery 1.0, 4.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    covers=(
        "customer:jumpcloud-slash-and-aud-list",
        "oidf:fapi2-security-profile-final-client-test-valid-aud-as-array",
    ),
)
