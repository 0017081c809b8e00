"""The issuer always answers that access is denied."""

from mock_idps.core.fault import Fault, error_answer


class AccessDenied(Fault):
    """Replaces every answer by `access_denied`, without a description."""

    breaks = "nothing: RFC 6749, 4.1.2.1; an app must cope"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return error_answer(parameters, error="access_denied")


FAULT = AccessDenied()
