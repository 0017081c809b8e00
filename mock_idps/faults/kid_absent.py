"""The ID token does not say which key signed it."""

from mock_idps.core.fault import Fault, Signing


class KidAbsent(Fault):
    """Drops `kid`; with one published key that is allowed."""

    breaks = "nothing: OIDC Core 1.0, 10.1 asks for kid only where there are several keys"

    def signing(self, signing: Signing) -> Signing:
        """What is told instead."""
        return Signing(
            {name: value for name, value in signing.header.items() if name not in {"kid", "x5t"}}, signing.key
        )


FAULT = KidAbsent()
