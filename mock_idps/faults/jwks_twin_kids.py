"""The key set names an encryption key as it names the signing key."""

from typing import Any

from mock_idps.core.fault import Fault


class JwksTwinKids(Fault):
    """Adds a key for encryption under each kid, before the one for signatures."""

    breaks = "nothing: RFC 7517, 4.5: keys of different use may share a kid"

    def jwks(self, jwks: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        twins = [{**key, "use": "enc", "alg": "RSA-OAEP", "n": key["n"][::-1]} for key in jwks["keys"]]
        return {**jwks, "keys": [*twins, *jwks["keys"]]}


FAULT = JwksTwinKids()
