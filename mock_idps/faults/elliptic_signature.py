"""The ID token is signed with ES256, by a key of nobody's."""

from joserfc.jwk import ECKey

from mock_idps.core.fault import Fault, Signing


class EllipticSignature(Fault):
    """Signs with a fresh elliptic key under the issuer's own kid."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (6) and (7): the issuer's key, and the algorithm that was agreed on"

    def signing(self, signing: Signing) -> Signing:
        """What is told instead."""
        return Signing({**signing.header, "alg": "ES256"}, ECKey.generate_key("P-256"))


FAULT = EllipticSignature()
