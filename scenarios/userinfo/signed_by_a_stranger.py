"""A signed userinfo answer is not believed for being signed.

An app that decodes it without looking at the key takes name, address and groups from anybody.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.3.2 and 5.3.4",
    expected=Refused("userinfo.unavailable"),
    fault="userinfo_signed_by_a_stranger",
    idps=("okta", "jumpcloud"),
    regions=("us",),
    needs=("userinfo",),
    covers=("oidf:oidcc-client-test-userinfo-signed",),
    unless=("goes_on_without_userinfo",),
)
