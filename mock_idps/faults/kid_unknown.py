"""The ID token names a key that the issuer does not publish."""

from itertools import count

from mock_idps.core.fault import Fault, Signing


class KidUnknown(Fault):
    """Invents a `kid`; it differs from token to token."""

    breaks = "OIDC Core 1.0, 10.1: kid names a key of the JWKS"

    def __init__(self) -> None:
        self._numbers = count(1)

    def signing(self, signing: Signing) -> Signing:
        """What is told instead."""
        return Signing({**signing.header, "kid": f"unheard-of-{next(self._numbers)}"}, signing.key)


FAULT = KidUnknown()
