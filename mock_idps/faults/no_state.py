"""The answer carries no state."""

from mock_idps.core.fault import Fault


class NoState(Fault):
    """Drops `state`; the code stays right."""

    breaks = "RFC 6749, 4.1.2: state is REQUIRED if it was sent"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return {name: value for name, value in parameters.items() if name != "state"}


FAULT = NoState()
