"""Reading an `id_token_hint`: an ID token of this issuer, expired or not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from joserfc import jws
from joserfc.errors import JoseError

from mock_idps.jumpcloud import regions

if TYPE_CHECKING:
    from mock_idps.core.model import Claims
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.regions import Region


async def claims(service: Service, region: Region, hint: str) -> Claims | None:
    """The claims of a hint that one of the region's keys signed, or None; expired is good enough, as in Hydra."""
    for key in await regions.ring(service, region).keys():
        try:
            signed = jws.deserialize_compact(hint, key.jose, algorithms=["RS256"])
            read = json.loads(signed.payload)
        except (JoseError, ValueError):
            continue
        if isinstance(read, dict):
            return read
    return None
