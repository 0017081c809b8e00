"""An address of an odd type is no address, and no crash.

Attributes that an admin maps by hand, and Azure AD B2C with "emails", come as lists.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.1; https://learn.microsoft.com/en-us/azure/active-directory-b2c/user-profile-attributes",
    expected=SignedIn("alice"),
    fault="address_list",
    idps=("okta", "jumpcloud"),
    regions=("us",),
    needs=("people_without_address",),
    unless=("entered_people_only",),
)
