"""The redirect URI names the host that the caller claims in X-Forwarded-Host."""

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri
from harness.reference_rp.configuration import Connection, Organisation, Region

_build = redirect_uri.build


def build(request: Request, region: Region, organisation: Organisation, connection: Connection) -> str:
    claimed = request.headers.get("x-forwarded-host", region.host)
    return _build(request, region, organisation, connection).replace(region.host, claimed, 1)


MUTANT = Mutant(
    replaces={"redirect_uri.build": build},
    killed_by=("request/strangers_host",),
    seen_at=(
        "https://github.com/nezhahq/nezha/security/advisories/GHSA-9rc6-8cjv-rcvx",
        "https://github.com/zitadel/zitadel/security/advisories/GHSA-mwmh-7px9-4c23",
    ),
)
