"""The ID token's subject is an empty string."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class SubjectEmpty(Fault):
    """Sets `sub` to nothing."""

    breaks = "OIDC Core 1.0, 2: sub identifies somebody"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "sub": ""}


FAULT = SubjectEmpty()
