"""The person's name is null."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class NameNull(Fault):
    """Sets `name` to null."""

    breaks = "OIDC Core 1.0, 5.1: name is a string"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "name": None}


FAULT = NameNull()
