"""The ID token brings its own certificate."""

from base64 import b64encode
from functools import cached_property
from time import time

from cryptography.hazmat.primitives.asymmetric import rsa
from joserfc.jwk import RSAKey

from mock_idps.core.fault import Fault, Signing
from mock_idps.core.keys import self_signed


class X5cHeader(Fault):
    """Signs with a stranger's key and puts a certificate for it into the header."""

    breaks = "RFC 8725, 3.10 and RFC 7515, 4.1.6: a certificate proves nothing before its chain is proven"

    @cached_property
    def _stranger(self) -> tuple[RSAKey, str]:
        private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        return RSAKey.import_key(private), b64encode(self_signed(private, "issuer.example", time())).decode()

    def signing(self, signing: Signing) -> Signing:
        """What is told instead."""
        key, certificate = self._stranger
        return Signing({**signing.header, "x5c": [certificate]}, key)


FAULT = X5cHeader()
