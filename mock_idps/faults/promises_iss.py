"""The metadata promises `iss` in the answer, which does not come."""

from typing import Any

from mock_idps.core.fault import Fault


class PromisesIss(Fault):
    """Sets `authorization_response_iss_parameter_supported`."""

    breaks = "RFC 9207, 2.4: a promised iss that is missing means stop"

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**document, "authorization_response_iss_parameter_supported": True}


FAULT = PromisesIss()
