"""The answer carries parameters that nobody knows."""

from mock_idps.core.fault import Fault


class UnknownParameters(Fault):
    """Adds what Entra, Keycloak and others add."""

    breaks = "nothing: RFC 6749, 4.1.2: unknown parameters must be ignored"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return {**parameters, "session_state": "a.b", "client_info": "eyJ9", "foo": "bar", "scope": "openid"}


FAULT = UnknownParameters()
