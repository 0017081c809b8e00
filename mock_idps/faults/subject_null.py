"""The ID token's subject is null."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class SubjectNull(Fault):
    """Sets `sub` to null."""

    breaks = "OIDC Core 1.0, 2: sub is a string"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "sub": None}


FAULT = SubjectNull()
