"""Okta's endpoints are built from the org's name, and not read from the metadata."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from harness.mutation.mutant import Mutant
from harness.reference_rp import discovery

_fetch = discovery.fetch_metadata


async def fetch_metadata(party: Any, issuer: str) -> Mapping[str, Any]:
    found = await _fetch(party, issuer)
    org = (urlsplit(issuer).hostname or "").partition(".")[0]
    own = f"https://{org}.okta.com/oauth2/v1"
    return {**found, "authorization_endpoint": f"{own}/authorize", "token_endpoint": f"{own}/token"}


MUTANT = Mutant(
    replaces={"discovery.fetch_metadata": fetch_metadata},
    killed_by=("okta/custom_server", "okta/custom_domain"),
)
