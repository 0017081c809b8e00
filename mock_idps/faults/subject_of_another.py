"""The ID token is about somebody else."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class SubjectOfAnother(Fault):
    """Replaces `sub`, and Entra's `oid` where it is there."""

    breaks = "OIDC Core 1.0, 12.2: a refreshed ID token is about the same subject"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: f"{value}-other" if name in {"sub", "oid"} else value for name, value in claims.items()}


FAULT = SubjectOfAnother()
