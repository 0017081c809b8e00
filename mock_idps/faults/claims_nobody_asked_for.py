"""The ID token carries claims that nobody knows."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class ClaimsNobodyAskedFor(Fault):
    """Adds unknown claims of every JSON type."""

    breaks = "nothing: OIDC Core 1.0, 3.1.3.7 (unknown claims must be ignored)"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {
            **claims,
            "x_text": "\u00e9",
            "x_list": [1, None],
            "x_object": {"a": {}},
            "x_null": None,
            "x_number": 1e3,
        }


FAULT = ClaimsNobodyAskedFor()
