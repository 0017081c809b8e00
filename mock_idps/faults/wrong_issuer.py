"""The ID token names another issuer."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class WrongIssuer(Fault):
    """Replaces `iss`; the signing key stays the right one."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (2): iss must be the issuer, exactly"

    def id_token(self, claims: Claims) -> Claims:
        """Claims of somebody else's issuer."""
        return {**claims, "iss": "https://issuer.evil.example"}


FAULT = WrongIssuer()
