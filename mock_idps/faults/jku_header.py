"""The ID token says where its key is to be had."""

from functools import cached_property

from joserfc.jwk import RSAKey

from mock_idps.core.fault import Fault, Signing

COLLECTOR = "https://evil.example/keys.json"


class JkuHeader(Fault):
    """Signs with a stranger's key; `jku` and `x5u` point at the attacker's site."""

    breaks = "RFC 8725, 3.10: an address in a header must not be followed"

    @cached_property
    def _stranger(self) -> RSAKey:
        return RSAKey.generate_key(2048)

    def signing(self, signing: Signing) -> Signing:
        """What is told instead."""
        header = {**signing.header, "jku": COLLECTOR, "x5u": COLLECTOR}
        return Signing(header, self._stranger)


FAULT = JkuHeader()
