"""Userinfo that does not say of whom it speaks is thrown away.

An app that compares only what is there merges anything.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.3.2",
    expected=Refused("userinfo.sub"),
    fault="userinfo_without_subject",
    idps=("okta", "jumpcloud"),
    needs=("userinfo",),
)
