"""The ID token's signature is an HMAC keyed with the issuer's public key."""

from joserfc.jwk import OctKey, RSAKey

from mock_idps.core.fault import Fault, Signing


class PublicKeyAsSecret(Fault):
    """Takes the published key's PEM text as the secret of HS256, as an app does that believes `alg`."""

    breaks = "RFC 8725, 3.1 and 2.1: algorithm confusion"

    def signing(self, signing: Signing) -> Signing:
        """The public key, as a secret."""
        if not isinstance(signing.key, RSAKey):
            raise TypeError("an issuer signs with RSA keys; this lie is about those")
        pem = signing.key.as_pem(private=False)
        # Not by import_key, which knows this attack and refuses.
        return Signing({**signing.header, "alg": "HS256"}, OctKey(pem, pem))


FAULT = PublicKeyAsSecret()
