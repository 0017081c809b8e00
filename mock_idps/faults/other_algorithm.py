"""The ID token is signed with another algorithm than agreed."""

from mock_idps.core.fault import Fault, Signing


class OtherAlgorithm(Fault):
    """Signs with RS512, by the issuer's own key."""

    breaks = "RFC 8725, 3.1: the app decides which algorithms are good"

    def signing(self, signing: Signing) -> Signing:
        """What is told instead."""
        return Signing({**signing.header, "alg": "RS512"}, signing.key)


FAULT = OtherAlgorithm()
