"""The ID token comes from another tenant of the same provider."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims

STRANGER = "99999999-0000-4000-8000-000000000000"


class TenantOfAStranger(Fault):
    """Replaces the tenant id in `iss` and `tid`, as the common endpoint would for a stranger's account."""

    breaks = "Entra: the issuer names the tenant; an app for one customer must accept that tenant only"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        mine = str(claims["tid"])
        return {**claims, "tid": STRANGER, "iss": str(claims["iss"]).replace(mine, STRANGER)}


FAULT = TenantOfAStranger()
