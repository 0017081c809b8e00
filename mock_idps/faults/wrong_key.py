"""The ID token is signed by a key that the issuer does not publish, under a kid that it does."""

from __future__ import annotations

from functools import cached_property

from joserfc.jwk import RSAKey

from mock_idps.core.fault import Fault, Signing


class WrongKey(Fault):
    """Signs with a stranger's key, made when first needed; the header stays true."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (6): the signature must be valid under the issuer's keys"

    @cached_property
    def _stranger(self) -> RSAKey:
        return RSAKey.generate_key(2048)

    def signing(self, signing: Signing) -> Signing:
        """The stranger's key."""
        return Signing(signing.header, self._stranger)


FAULT = WrongKey()
