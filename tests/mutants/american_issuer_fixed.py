"""JumpCloud is the American one, for every customer."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import discovery

_address = discovery.address

MUTANT = Mutant(
    replaces={
        "discovery.address": lambda issuer: _address("https://oauth.id.jumpcloud.com/"),
        "checks.discovery_issuer": lambda metadata, issuer: None,
    },
    idp="jumpcloud",
    region="eu",
    killed_by=("login/happy", "jumpcloud/region_eu"),
    seen_at=("https://github.com/postmanlabs/postman-app-support/issues/13750",),
)
