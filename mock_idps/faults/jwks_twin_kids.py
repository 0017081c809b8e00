"""The key set names an encryption key as it names the signing key."""

from functools import cached_property
from typing import Any

from joserfc.jwk import RSAKey

from mock_idps.core.fault import Fault


class JwksTwinKids(Fault):
    """Adds a key for encryption under each kid, before the one for signatures."""

    breaks = "nothing: RFC 7517, 4.5: keys of different use may share a kid"

    @cached_property
    def _other(self) -> dict[str, Any]:
        return RSAKey.generate_key(2048).as_dict(private=False)

    def jwks(self, jwks: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        twins = [{**self._other, "kid": key["kid"], "use": "enc", "alg": "RSA-OAEP"} for key in jwks["keys"]]
        return {**jwks, "keys": [*twins, *jwks["keys"]]}


FAULT = JwksTwinKids()
