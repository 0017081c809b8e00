"""The ID token's kid is a path out of a folder of keys."""

from mock_idps.core.fault import Fault, Signing


class KidIsAPath(Fault):
    """Sets `kid` to what a file or SQL lookup would stumble over."""

    breaks = "RFC 8725, 3.10: kid is not to be trusted"

    def signing(self, signing: Signing) -> Signing:
        """What is told instead."""
        return Signing({**signing.header, "kid": "../../../dev/null' OR 1=1 --"}, signing.key)


FAULT = KidIsAPath()
