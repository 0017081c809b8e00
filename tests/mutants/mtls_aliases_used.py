"""Endpoints for clients with certificates are used without one."""

from collections.abc import Mapping
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import discovery
from harness.reference_rp.relying_party import RelyingParty

_fetch = discovery.fetch_metadata


async def fetch_metadata(party: RelyingParty, issuer: str) -> Mapping[str, Any]:
    found = await _fetch(party, issuer)
    return {**found, **found.get("mtls_endpoint_aliases", {})}


MUTANT = Mutant(replaces={"discovery.fetch_metadata": fetch_metadata}, killed_by=("discovery/mtls_aliases",))
