"""A token of another tenant of the same provider is refused.

Entra's common endpoint signs for everybody; only the tenant's id tells a customer from a stranger.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="Entra, Secure applications by validating claims (issuer, tid)",
    expected=Refused("id_token.iss"),
    fault="tenant_of_a_stranger",
    idps=("entra",),
)
