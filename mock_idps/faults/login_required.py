"""The issuer always answers that a login is needed."""

from mock_idps.core.fault import Fault, error_answer


class LoginRequired(Fault):
    """Replaces every answer by `login_required`."""

    breaks = "OIDC Core 1.0, 3.1.2.6: only for prompt=none"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return error_answer(parameters, error="login_required")


FAULT = LoginRequired()
