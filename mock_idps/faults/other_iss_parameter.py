"""The answer says that another issuer sent it."""

from mock_idps.core.fault import Fault


class OtherIssParameter(Fault):
    """Adds `iss` of an attacker."""

    breaks = "RFC 9207, 2.4: iss must be the issuer that was asked"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return {**parameters, "iss": "https://issuer.evil.example"}


FAULT = OtherIssParameter()
