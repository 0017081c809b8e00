"""The ID token's subject is a number."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class SubjectNumber(Fault):
    """Sets `sub` to a number, which a careless app makes a string of."""

    breaks = "OIDC Core 1.0, 2: sub is a string"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "sub": 4711}


FAULT = SubjectNumber()
