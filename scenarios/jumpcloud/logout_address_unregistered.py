"""A logout whose way back is not registered is refused as a whole, and the person stays on JumpCloud's error page.

The address has a field of its own, apart from the redirect URIs. Here at least the session must have ended by then.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(sign_out="everywhere")
    alice.administrator.registration.post_logout_redirect_uris = ()
    alice.signs_in()
    alice.signs_out()
    alice.must("/oidc/error" in alice.tab.url, "JumpCloud shows its error page")


SCENARIO = Scenario(
    spec="https://github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README (FAQ)",
    expected=AtIssuer(),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable", "issuer_sign_out"),
)
