"""The ID token expired an hour ago."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class Expired(Fault):
    """Sets `exp` an hour before the moment of issue, far outside any leeway; all other times stay true."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (9): the current time must be before exp"

    def id_token(self, claims: Claims) -> Claims:
        """Claims that are over."""
        return {**claims, "exp": claims["iat"] - 3600}


FAULT = Expired()
