"""The ID token's issuer only begins like the right one."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class IssuerWithSuffix(Fault):
    """Adds to `iss`, as a look-alike host or path would."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (2): iss must be the issuer, exactly"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "iss": f"{claims['iss']}-evil"}


FAULT = IssuerWithSuffix()
