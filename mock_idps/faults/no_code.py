"""The answer carries neither code nor error."""

from mock_idps.core.fault import Fault


class NoCode(Fault):
    """Drops `code`."""

    breaks = "RFC 6749, 4.1.2: code is REQUIRED"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return {name: value for name, value in parameters.items() if name != "code"}


FAULT = NoCode()
