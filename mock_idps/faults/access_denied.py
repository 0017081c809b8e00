"""The issuer always answers that access is denied."""

from mock_idps.core.fault import Fault


class AccessDenied(Fault):
    """Replaces every answer by `access_denied`, without a description."""

    breaks = "nothing: RFC 6749, 4.1.2.1; an app must cope"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return {"error": "access_denied"} | {name: value for name, value in parameters.items() if name == "state"}


FAULT = AccessDenied()
