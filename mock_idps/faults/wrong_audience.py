"""The ID token was minted for another client."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class WrongAudience(Fault):
    """Replaces `aud`; its shape (string or list) stays."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (3): aud must contain the client_id"

    def id_token(self, claims: Claims) -> Claims:
        """Claims for somebody else."""
        other = "0f3c5f1e-another-client"
        return {**claims, "aud": [other] if isinstance(claims["aud"], list) else other}


FAULT = WrongAudience()
