"""The ID token says that it was made for us."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class AzpIsUs(Fault):
    """Adds `azp`, with our own client id."""

    breaks = "nothing: OIDC Core 1.0, 2 allows azp with a single audience"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        first = claims["aud"][0] if isinstance(claims["aud"], list) else claims["aud"]
        return {**claims, "azp": first}


FAULT = AzpIsUs()
