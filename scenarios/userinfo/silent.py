"""Userinfo that never comes is given up in good time.

The last of the four requests can hang a login as well as the first.
"""

from harness.outcome import Refused
from harness.scenario import Scenario
from harness.steps import signs_in_at_an_app_in_a_hurry

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("userinfo.unavailable"),
    fault="silent_userinfo",
    steps=signs_in_at_an_app_in_a_hurry,
    idps=("okta", "jumpcloud"),
    needs=("userinfo",),
    unless=("goes_on_without_userinfo",),
    regions=("us",),
)
