"""The answer carries another state than the one asked with."""

from mock_idps.core.fault import Fault


class WrongState(Fault):
    """Replaces `state`; code and all else stay right."""

    breaks = "RFC 6749, 4.1.2: state is the exact value received"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return {**parameters, "state": "the-state-of-another-login"}


FAULT = WrongState()
