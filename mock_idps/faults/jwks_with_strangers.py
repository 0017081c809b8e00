"""The key set holds kinds of keys that nobody knows."""

from typing import Any

from mock_idps.core.fault import Fault

STRANGERS = (
    {"kty": "OKP", "crv": "Ed25519", "kid": "okp", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
    {"kty": "EC", "crv": "P-256", "kid": "broken", "x": "AA", "y": "AA"},
    {"kty": "XYZ", "kid": "unknown"},
    {"kid": "no-kind"},
)


class JwksWithStrangers(Fault):
    """Adds EC, OKP, unknown and broken entries before the real keys."""

    breaks = "nothing: RFC 7517, 5: unknown keys must be ignored"

    def jwks(self, jwks: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**jwks, "keys": [*STRANGERS, *jwks["keys"]], "x": 1}


FAULT = JwksWithStrangers()
