"""The ID token does not say which access token came with it."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class NoAtHash(Fault):
    """Drops `at_hash`."""

    breaks = "nothing: OIDC Core 1.0, 3.1.3.6 leaves at_hash to the issuer in the code flow"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name != "at_hash"}


FAULT = NoAtHash()
