"""A person whose answer comes as a posted form arrives, the first time and every further time.

"I press Continue and the page blinks between you and Microsoft for ever."
The app asks Entra for form_post and marks its login cookie Lax: the POST from Microsoft's site comes without it, the app
begins anew, and from the second round on Entra answers without showing a page, so that nothing ends the circle.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.changes_connection(response_mode="form_post")
    alice.signs_in()
    alice.must(len(alice.received("authorize")) == 1, "the first login went to Entra more than once")
    alice.signs_out()
    alice.signs_in()
    alice.must(len(alice.received("authorize")) == 2, "the login that Entra answers by itself went round in circles")  # noqa: PLR2004 - one request per login


SCENARIO = Scenario(
    spec="Form Post Response Mode 1.0, 2; RFC 6265bis, 5.2 (SameSite)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    regions=("us",),
    needs=("adjustable", "form_post"),
    covers=("customer:entra-form-post-loop", "oidf:rp-response_mode-form_post"),
)
