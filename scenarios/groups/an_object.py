"""Groups of an odd type are no groups, and no crash.

An app that walks over whatever comes takes the names of an object's fields for groups.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="No specification types groups; OWASP ASVS 4.0, 5.1",
    expected=SignedIn("alice"),
    fault="groups_object",
)
