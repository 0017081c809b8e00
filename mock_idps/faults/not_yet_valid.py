"""The ID token is good in an hour, not now."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class NotYetValid(Fault):
    """Sets `nbf` an hour ahead."""

    breaks = "RFC 7519, 4.1.5: a token must not be accepted before nbf"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "nbf": claims["iat"] + 3600}


FAULT = NotYetValid()
