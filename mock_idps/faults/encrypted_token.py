"""The ID token comes encrypted, which nobody agreed on."""

from joserfc import jwe
from joserfc.jwk import OctKey

from mock_idps.core.fault import Fault


class EncryptedToken(Fault):
    """Wraps the signed token in a JWE for a key that the app does not hold."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (1): encryption is agreed on at registration"

    def compact(self, token: str) -> str:
        """What is told instead."""
        protected = {"alg": "dir", "enc": "A256GCM", "cty": "JWT"}
        return jwe.encrypt_compact(protected, token.encode(), OctKey.generate_key(256))


FAULT = EncryptedToken()
