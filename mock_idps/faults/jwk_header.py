"""The ID token brings its own key."""

from functools import cached_property

from joserfc.jwk import RSAKey

from mock_idps.core.fault import Fault, Signing


class JwkHeader(Fault):
    """Signs with a stranger's key and puts its public half in the header."""

    breaks = "RFC 8725, 3.10 and RFC 7515, 4.1.3: jwk in a header proves nothing"

    @cached_property
    def _stranger(self) -> RSAKey:
        return RSAKey.generate_key(2048)

    def signing(self, signing: Signing) -> Signing:
        """What is told instead."""
        header = {**signing.header, "jwk": self._stranger.as_dict(private=False)}
        return Signing(header, self._stranger)


FAULT = JwkHeader()
