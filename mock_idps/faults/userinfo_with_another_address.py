"""Userinfo names another address than the ID token, and says nothing about who proved it."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class UserinfoWithAnotherAddress(Fault):
    """Replaces the address by a colleague's and leaves `email_verified` out; `sub` stays."""

    breaks = "OIDC Core 1.0, 5.1: email_verified speaks of the email beside it"

    def userinfo(self, claims: Claims) -> Claims:
        """What is told instead."""
        told = {name: value for name, value in claims.items() if name != "email_verified"}
        return {**told, "email": str(claims.get("email", "")).replace("alice@", "bob@")}


FAULT = UserinfoWithAnotherAddress()
