"""The ID token is not signed, and spells it so that a list of forbidden words misses it."""

import base64
import json

from mock_idps.core.fault import Fault


class UnsignedMixedCase(Fault):
    """Sets `alg` to nOnE and leaves the signature out."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (7): alg is the one agreed, and none was not"

    def compact(self, token: str) -> str:
        """What is told instead."""
        header, payload, _ = token.split(".")
        told = {**json.loads(base64.urlsafe_b64decode(header + "==")), "alg": "nOnE"}
        return f"{base64.urlsafe_b64encode(json.dumps(told).encode()).rstrip(b'=').decode()}.{payload}."


FAULT = UnsignedMixedCase()
