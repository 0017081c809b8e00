"""The ID token is not signed."""

import base64
import json

from mock_idps.core.fault import Fault


class Unsigned(Fault):
    """Sets `alg` to none and leaves the signature out."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (7): alg is the one agreed, and none was not"

    def compact(self, token: str) -> str:
        """What is told instead."""
        header, payload, _ = token.split(".")
        told = {**json.loads(base64.urlsafe_b64decode(header + "==")), "alg": "none"}
        return f"{base64.urlsafe_b64encode(json.dumps(told).encode()).rstrip(b'=').decode()}.{payload}."


FAULT = Unsigned()
