"""The groups claim is null."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class GroupsNull(Fault):
    """Sets `groups` to null."""

    breaks = "no rule: no specification types groups, so an app must cope"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "groups": None}


FAULT = GroupsNull()
