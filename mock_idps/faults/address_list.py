"""The person's address is a list."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class AddressList(Fault):
    """Sets `email` to a list of one."""

    breaks = "OIDC Core 1.0, 5.1: email is a string"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "email": [claims.get("email", "alice@example.com")]}


FAULT = AddressList()
