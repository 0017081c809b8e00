"""The ID token is for nobody in particular."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class NoAudience(Fault):
    """Drops `aud`."""

    breaks = "OIDC Core 1.0, 2: aud is REQUIRED"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name != "aud"}


FAULT = NoAudience()
