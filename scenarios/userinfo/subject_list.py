"""Userinfo that speaks of several people is thrown away.

A search in a list finds the right one among strangers.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.3.2",
    expected=Refused("userinfo.sub"),
    fault="userinfo_subject_list",
    idps=("okta", "jumpcloud"),
    needs=("userinfo",),
)
