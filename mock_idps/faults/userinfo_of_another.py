"""Userinfo speaks of somebody else."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class UserinfoOfAnother(Fault):
    """Replaces `sub` and the address by a colleague's."""

    breaks = "OIDC Core 1.0, 5.3.2: userinfo of another sub must not be used"

    def userinfo(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {
            **claims,
            "sub": "somebody-else",
            "email": str(claims.get("email", "")).replace("alice@", "bob@"),
            "name": "Bob Berg",
        }


FAULT = UserinfoOfAnother()
