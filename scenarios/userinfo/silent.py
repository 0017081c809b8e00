"""Userinfo that never comes is given up in good time.

The last of the four requests can hang a login as well as the first.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("userinfo.unavailable"),
    fault="silent_userinfo",
    idps=("okta", "jumpcloud"),
    needs=("userinfo",),
)
