"""The ID token names no issuer."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class NoIssuer(Fault):
    """Drops `iss`."""

    breaks = "OIDC Core 1.0, 2: iss is REQUIRED"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name != "iss"}


FAULT = NoIssuer()
