"""Userinfo speaks of several people."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class UserinfoSubjectList(Fault):
    """Makes `sub` a list that holds the right one."""

    breaks = "OIDC Core 1.0, 5.3.2: sub must be in the userinfo answer, and is a string"

    def userinfo(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "sub": [claims.get("sub"), "somebody-else"]}


FAULT = UserinfoSubjectList()
