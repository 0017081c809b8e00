"""Groups of an odd type are no groups, and no crash.

Empty names in a list match empty names in a rule.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="No specification types groups; OWASP ASVS 4.0, 5.1",
    expected=SignedIn("alice"),
    fault="groups_mixed",
)
