"""The ID token's times have fractions of a second."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class FractionalTimes(Fault):
    """Adds half a second to `exp` and `iat`."""

    breaks = "nothing: RFC 7519, 2 (NumericDate) allows fractions"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "exp": claims["exp"] + 0.5, "iat": claims["iat"] - 0.5}


FAULT = FractionalTimes()
