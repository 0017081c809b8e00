"""The one group comes as a bare string."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class GroupsOneString(Fault):
    """Sets `groups` to a string instead of a list of one; JumpCloud does so by itself."""

    breaks = "no rule: no specification types groups, so an app must cope"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        groups = claims.get("groups", [])
        return {**claims, "groups": groups[0] if isinstance(groups, list) and groups else groups}


FAULT = GroupsOneString()
