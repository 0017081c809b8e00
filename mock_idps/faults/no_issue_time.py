"""The ID token does not say when it was made."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class NoIssueTime(Fault):
    """Drops `iat`."""

    breaks = "OIDC Core 1.0, 2: iat is REQUIRED"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name != "iat"}


FAULT = NoIssueTime()
