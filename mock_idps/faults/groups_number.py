"""The groups claim is a number."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class GroupsNumber(Fault):
    """Sets `groups` to a number."""

    breaks = "no rule: no specification types groups, so an app must cope"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "groups": 5}


FAULT = GroupsNumber()
