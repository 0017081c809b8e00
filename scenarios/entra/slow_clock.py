"""An app whose clock is slow by more than Entra's five minutes still signs people in.

The back-dating hides smaller differences; beyond it every token is "not yet valid", and nobody looks at the clock.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="https://github.com/psignoret/aad-sso-wordpress/issues/34; https://github.com/jenkinsci/azure-ad-plugin/issues/181",
    expected=SignedIn("alice"),
    fault="clock_minutes_ahead",
    idps=("entra",),
    unless=("little_leeway",),
)
