"""A redirect URI that differs by one letter ends on a page of Okta's.

Behind a proxy apps build "http://"; the app never hears of it, and the page's sentence is all that support gets.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    registered = alice.customer.redirect_uri.replace("https://", "http://")
    alice.administrator.registration.redirect_uris = (registered,)
    alice.begins()
    seen = alice.reads()
    alice.must(
        "'redirect_uri' parameter must be a Login redirect URI" in seen, f"the page names the cause; it says {seen!r}"
    )


SCENARIO = Scenario(
    spec="https://github.com/grafana/grafana/issues/88362; https://github.com/DependencyTrack/dependency-track/issues/1281",
    expected=AtIssuer(),
    steps=_steps,
    idps=("okta",),
)
