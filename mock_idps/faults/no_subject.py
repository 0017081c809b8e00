"""The ID token speaks of nobody."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class NoSubject(Fault):
    """Drops `sub`."""

    breaks = "OIDC Core 1.0, 2: sub is REQUIRED"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name != "sub"}


FAULT = NoSubject()
