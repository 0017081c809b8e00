"""The error's description is a script."""

from mock_idps.core.fault import Fault, error_answer

MARKUP = "<img src=x onerror=window.hacked=1></p><script>window.hacked=1</script>"


class MarkupInTheError(Fault):
    """Puts markup that runs into every text of the error."""

    breaks = "RFC 6749, 4.1.2.1: printable text; apps must treat it as hostile"

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        """What is told instead."""
        return error_answer(parameters, error=MARKUP, error_description=MARKUP, error_uri="javascript:window.hacked=1")


FAULT = MarkupInTheError()
