"""Whatever answers at the metadata's address is taken for the metadata."""

from collections.abc import Mapping
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import discovery, wire


async def fetch_metadata(party: Any, issuer: str) -> Mapping[str, Any]:
    return wire.json_object(await wire.get(party.http, party.configuration, discovery.address(issuer)))


MUTANT = Mutant(
    replaces={"discovery.fetch_metadata": fetch_metadata},
    killed_by=("okta/default_server_not_bought", "okta/issuer_is_a_document", "okta/issuer_with_half_a_path"),
    also_red=(
        "discovery/page",
        "discovery/unavailable",
        "discovery/of_another_issuer",
        "discovery/heals",
        "discovery/silent",
    ),
)
