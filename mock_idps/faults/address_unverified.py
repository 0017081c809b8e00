"""The ID token says that nobody verified the person's address."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class AddressUnverified(Fault):
    """Sets `email_verified` to false."""

    breaks = "nothing: OIDC Core 1.0, 5.1; an app must not rely on such an address"

    def id_token(self, claims: Claims) -> Claims:
        """Claims with an address that nobody vouches for."""
        return {**claims, "email_verified": False}


FAULT = AddressUnverified()
