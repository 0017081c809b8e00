"""The ID token's subject is longer than any may be."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class SubjectTooLong(Fault):
    """Makes `sub` 300 characters long."""

    breaks = "OIDC Core 1.0, 2: sub has at most 255 ASCII characters"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "sub": "s" * 300}


FAULT = SubjectTooLong()
