"""The ID token's signature is damaged."""

from mock_idps.core.fault import Fault


class BrokenSignature(Fault):
    """Replaces the middle of the signature."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (6): the signature must be valid"

    def compact(self, token: str) -> str:
        """What is told instead."""
        head, _, signature = token.rpartition(".")
        middle = len(signature) // 2
        flipped = "A" if signature[middle] != "A" else "B"
        return f"{head}.{signature[:middle]}{flipped}{signature[middle + 1 :]}"


FAULT = BrokenSignature()
