"""Userinfo that answers 503 ends the login kindly.

Whether to go on without it is the app's choice; to crash is not.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.3.3; RFC 9110, 15.6.4",
    expected=Refused("userinfo.unavailable"),
    fault="unavailable_userinfo",
    idps=("okta", "jumpcloud"),
    needs=("userinfo",),
    unless=("goes_on_without_userinfo",),
)
