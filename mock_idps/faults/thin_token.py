"""The ID token says who, and nothing about them."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims

ABOUT_THE_LOGIN = {"iss", "sub", "aud", "azp", "exp", "iat", "nbf", "nonce", "auth_time", "at_hash", "sid", "jti"}


class ThinToken(Fault):
    """Keeps the claims about the login and drops those about the person."""

    breaks = "nothing: OIDC Core 1.0, 5.4 lets claims of a scope come from userinfo alone"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name in ABOUT_THE_LOGIN}


FAULT = ThinToken()
