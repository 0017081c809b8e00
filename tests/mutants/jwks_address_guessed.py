"""Where the keys are is known beforehand, not read in the metadata."""

from collections.abc import Mapping
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import discovery
from harness.reference_rp.relying_party import RelyingParty

_fetch = discovery.fetch_metadata


async def fetch_metadata(party: RelyingParty, issuer: str) -> Mapping[str, Any]:
    return {**await _fetch(party, issuer), "jwks_uri": f"{issuer}/oauth2/v1/keys"}


MUTANT = Mutant(replaces={"discovery.fetch_metadata": fetch_metadata}, killed_by=("keys/elsewhere",))
