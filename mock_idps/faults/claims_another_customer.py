"""The ID token says that its person belongs to another customer."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims

NAMES = ("organization_id", "organization", "organisation", "org_id", "org", "tenant_id", "tenant", "company")


class ClaimsAnotherCustomer(Fault):
    """Adds claims that any administrator of an IdP can add, with another customer's id in each."""

    breaks = "nothing: OIDC Core 1.0, 5.1.2 (an issuer may say what it likes; only its own people are its to speak of)"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, **dict.fromkeys(NAMES, "umbrella-labs-1")}


FAULT = ClaimsAnotherCustomer()
