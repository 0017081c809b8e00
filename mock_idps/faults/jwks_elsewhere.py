"""The keys are to be had at an unusual address."""

from typing import Any

from mock_idps.core.fault import Fault


class JwksElsewhere(Fault):
    """Adds a query to `jwks_uri`."""

    breaks = "nothing: the address is whatever the metadata says"

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**document, "jwks_uri": f"{document['jwks_uri']}?of=this-run"}


FAULT = JwksElsewhere()
