"""Reading an `id_token_hint`: an ID token of this issuer, expired or not (OIDC RP-Initiated Logout 1.0, 2; OIDC Core 1.0, 3.1.2.1)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from joserfc import jws
from joserfc.errors import JoseError

if TYPE_CHECKING:
    from mock_idps.core.keys import KeyRing
    from mock_idps.core.model import Claims


async def claims(ring: KeyRing, hint: str) -> Claims | None:
    """The claims of a hint that one of the ring's keys signed, or None."""
    for key in await ring.keys():
        try:
            signed = jws.deserialize_compact(hint, key.jose, algorithms=["RS256"])
            read = json.loads(signed.payload)
        except (JoseError, ValueError):
            continue
        if isinstance(read, dict):
            return read
    return None
