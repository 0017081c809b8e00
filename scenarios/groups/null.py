"""Groups of an odd type are no groups, and no crash.

A claim that is there and null is what a directory sends for nobody's groups.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="No specification types groups; OWASP ASVS 4.0, 5.1",
    expected=SignedIn("alice"),
    fault="groups_null",
)
