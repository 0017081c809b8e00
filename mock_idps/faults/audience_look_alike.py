"""The ID token's audience only contains our client id."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class AudienceLookAlike(Fault):
    """Puts a letter before the client id, which a search for a substring takes for ours."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (3): aud must contain the client_id"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        first = claims["aud"][0] if isinstance(claims["aud"], list) else claims["aud"]
        return {**claims, "aud": f"x{first}"}


FAULT = AudienceLookAlike()
