"""Userinfo does not say whom it speaks of."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class UserinfoWithoutSubject(Fault):
    """Drops `sub` and gives a colleague's address."""

    breaks = "OIDC Core 1.0, 5.3.2: sub must be in the userinfo answer"

    def userinfo(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name != "sub"} | {"email": "bob@evil.example"}


FAULT = UserinfoWithoutSubject()
