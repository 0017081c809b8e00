"""An issuer entered without its slash is as good as one with it, until the token comes."""

from collections.abc import Mapping
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp.refusal import Refusal


def discovery_issuer(metadata: Mapping[str, Any], issuer: str) -> None:
    if str(metadata.get("issuer")).rstrip("/") != issuer.rstrip("/"):
        raise Refusal("discovery.issuer", "the metadata is another issuer's")


MUTANT = Mutant(
    replaces={"checks.discovery_issuer": discovery_issuer},
    idp="jumpcloud",
    killed_by=("jumpcloud/issuer_without_slash",),
)
