"""The error's description has line breaks."""

from mock_idps.core.fault import Fault, error_answer


class LineBreaksInTheError(Fault):
    """Puts CR and LF into the description; Entra really does."""

    breaks = "RFC 6749, 4.1.2.1: no control characters; Entra sends them all the same"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return error_answer(
            parameters, error="server_error", error_description="AADSTS1: x\r\nTrace ID: 1\r\nSet-Cookie: a=b"
        )


FAULT = LineBreaksInTheError()
