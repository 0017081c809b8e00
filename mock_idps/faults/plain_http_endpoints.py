"""The metadata names endpoints without TLS."""

from typing import Any

from mock_idps.core.fault import Fault


class PlainHttpEndpoints(Fault):
    """Changes the token endpoint's scheme to http."""

    breaks = "RFC 9700, 2.6: endpoints are https"

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**document, "token_endpoint": str(document["token_endpoint"]).replace("https:", "http:")}


FAULT = PlainHttpEndpoints()
