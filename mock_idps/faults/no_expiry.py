"""The ID token never expires."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class NoExpiry(Fault):
    """Drops `exp`."""

    breaks = "OIDC Core 1.0, 2: exp is REQUIRED"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name != "exp"}


FAULT = NoExpiry()
