"""Userinfo that speaks of somebody else is thrown away.

Merged without a look, it makes one person another.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.3.2",
    expected=Refused("userinfo.sub"),
    fault="userinfo_of_another",
    idps=("okta", "jumpcloud"),
    needs=("userinfo",),
    covers=("oidf:oidcc-client-test-userinfo-invalid-sub",),
)
