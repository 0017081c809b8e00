"""The ID token's signature is an HMAC keyed with the client's secret."""

from joserfc.jwk import OctKey

from mock_idps.core.fault import Fault, Signing


class ClientSecretAsKey(Fault):
    """Signs with HS256 and the secret of the app's registration, which was never agreed."""

    breaks = "RFC 8725, 3.1: the app decides which algorithms are good"

    def signing(self, signing: Signing) -> Signing:
        """What is told instead."""
        return Signing({**signing.header, "alg": "HS256"}, OctKey.import_key(signing.secret))


FAULT = ClientSecretAsKey()
