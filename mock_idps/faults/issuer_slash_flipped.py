"""The ID token's issuer differs by one slash at the end."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class IssuerSlashFlipped(Fault):
    """Adds the slash, or takes it away where the issuer has one."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (2): iss must be the issuer, exactly"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        iss = str(claims["iss"])
        return {**claims, "iss": iss.removesuffix("/") if iss.endswith("/") else f"{iss}/"}


FAULT = IssuerSlashFlipped()
