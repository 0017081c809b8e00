"""What works in one browser works in Chrome: the form that leads away, and the first page after the way back.

"In Firefox I get in. In Chrome the button does nothing", or the sign-in page comes back once more.
Chrome applies "form-action" of the page's policy to every redirect after the form, to the other region and on to the IdP. And
it holds a cookie marked Strict back on the first page after a click at the IdP, where an app then sees nobody.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

WANTED = "/reports/7?tab=b"
BEGUN = 2


def _steps(alice: Actor) -> None:
    alice.begins(origin=alice.other_origin)
    alice.must(alice.at_issuer(), "the organisation's form led nowhere")
    alice.signs_in_at_the_idp()
    alice.must(alice.account(), "the login that began in the other region signed nobody in")
    alice.signs_out()
    alice.forgets_the_issuer()
    alice.signs_in(path=WANTED)
    logins = len(alice.received("token"))
    alice.must(logins == BEGUN, "the first page after the way back saw nobody, and the login began anew")


SCENARIO = Scenario(
    spec="CSP 3, 6.4.2 (form-action and redirects); RFC 6265bis, 5.2 (SameSite)",
    expected=SignedIn("alice", at=WANTED),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("deep_links",),
    covers=("customer:chrome-only",),
)
