"""The ID token demands an extension that nobody knows."""

from mock_idps.core.fault import Fault, Signing


class CriticalExtension(Fault):
    """Adds `crit` and what it names; the signature covers both."""

    breaks = "RFC 7515, 4.1.11: an unknown critical extension must be refused"

    def signing(self, signing: Signing) -> Signing:
        """A header with a demand."""
        return Signing({**signing.header, "crit": ["x"], "x": "1"}, signing.key)


FAULT = CriticalExtension()
