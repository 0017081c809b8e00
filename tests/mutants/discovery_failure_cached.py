"""Metadata that failed once is remembered as failed."""

from collections.abc import Mapping
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import discovery
from harness.reference_rp.refusal import Refusal
from harness.reference_rp.relying_party import RelyingParty

_fetch = discovery.fetch_metadata


async def fetch_metadata(party: RelyingParty, issuer: str) -> Mapping[str, Any]:
    remembered: dict[str, Any] = party.issuers
    if failed := remembered.get(f"failed {issuer}"):
        raise failed
    try:
        return await _fetch(party, issuer)
    except Refusal as refusal:
        remembered[f"failed {issuer}"] = refusal
        raise


MUTANT = Mutant(
    replaces={"discovery.fetch_metadata": fetch_metadata},
    killed_by=("discovery/heals",),
    seen_at=(
        "https://github.com/marimo-team/marimohub/pull/107",
        "https://github.com/sysadminsmedia/homebox/issues/1213",
        "https://github.com/nextcloud/user_oidc/pull/1304",
    ),
)
