"""The ID token is no JWT."""

from mock_idps.core.fault import Fault


class NoJwt(Fault):
    """Sends a word."""

    breaks = "OIDC Core 1.0, 2: the ID token is a JWT"

    def compact(self, token: str) -> str:
        """What is told instead."""
        return "this-is-no-token" if token else ""


FAULT = NoJwt()
