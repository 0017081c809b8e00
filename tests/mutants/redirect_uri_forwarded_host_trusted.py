"""The redirect URI names the host that the caller claims in X-Forwarded-Host."""

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri
from harness.reference_rp.configuration import Connection, Organisation, Region

_build = redirect_uri.build


def build(request: Request, region: Region, organisation: Organisation, connection: Connection) -> str:
    claimed = request.headers.get("x-forwarded-host", region.host)
    return _build(request, region, organisation, connection).replace(region.host, claimed, 1)


MUTANT = Mutant(replaces={"redirect_uri.build": build}, killed_by=("request/strangers_host",))
