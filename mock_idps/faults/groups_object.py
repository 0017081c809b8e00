"""The groups claim is an object."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class GroupsObject(Fault):
    """Sets `groups` to an object."""

    breaks = "no rule: no specification types groups, so an app must cope"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "groups": {}}


FAULT = GroupsObject()
