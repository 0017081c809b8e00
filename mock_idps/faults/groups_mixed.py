"""The groups claim is a list of oddities."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class GroupsMixed(Fault):
    """Sets `groups` to a list of oddities."""

    breaks = "no rule: no specification types groups, so an app must cope"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "groups": [None, "", {}, 7]}


FAULT = GroupsMixed()
