"""The ID token's audience is a list of one."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class AudienceList(Fault):
    """Puts `aud` in a list, as JumpCloud and others do; that is no lie at all."""

    breaks = "nothing: OIDC Core 1.0, 2 allows a list, and an app must cope with it"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "aud": claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]}


FAULT = AudienceList()
