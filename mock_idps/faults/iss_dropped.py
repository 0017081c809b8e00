"""The answer lacks the `iss` that the metadata promises."""

from mock_idps.core.fault import Fault


class IssDropped(Fault):
    """Leaves `iss` out of the authorization response."""

    breaks = "RFC 9207, 2: an issuer that promises iss sends it in every answer"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return {name: value for name, value in parameters.items() if name != "iss"}


FAULT = IssDropped()
