"""The pointer that stands for too many groups is read as no groups."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import claims

MUTANT = Mutant(
    replaces={
        "adapters.entra.groups": lambda found, connection: claims.texts(found.get(connection.group_claim)),
    },
    idp="entra",
    killed_by=(
        "groups/too_many_to_list",
        "customer/entra-group-overage",
    ),
    seen_at=(
        "https://github.com/open-webui/open-webui/issues/17510",
        "https://github.com/hashicorp/vault/issues/31179",
    ),
)
