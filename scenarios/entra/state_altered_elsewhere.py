"""An answer with an altered state, in another tab, spoils nothing of the login that is under way.

An app that cannot read such a state answers with an error of its server, or throws the real login away with it.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    callback = alice.signs_in_up_to_the_callback()
    tab = alice.another_tab()
    tab.opens(callback.with_parameters(state=callback.parameters["state"][:-4] + "AAAA"))
    alice.must(not alice.account(), "an answer with an altered state signed somebody in")
    alice.opens(callback.url)


SCENARIO = Scenario(
    spec="https://github.com/oauth2-proxy/oauth2-proxy/issues/2833",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("two_tabs",),
)
