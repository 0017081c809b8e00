"""The ID token is for us and for somebody we do not know."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims

STRANGER = "0f3c5f1e-another-client"


class AudienceWithStranger(Fault):
    """Adds a stranger to `aud`, and says in `azp` that the token was made for them."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (3): a token with untrusted audiences must be refused"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        own = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
        return {**claims, "aud": [*own, STRANGER], "azp": STRANGER}


FAULT = AudienceWithStranger()
