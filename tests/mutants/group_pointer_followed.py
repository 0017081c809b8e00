"""Where Entra sends a pointer in place of the groups, the login waits for what it points at."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import entra
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection
from harness.reference_rp.refusal import Refusal

_groups = entra.groups


def groups(claims: Claims, connection: Connection) -> object:
    if "_claim_sources" in claims:
        raise Refusal("userinfo.unavailable", "graph.windows.net does not answer")
    return _groups(claims, connection)


MUTANT = Mutant(
    replaces={"adapters.entra.groups": groups},
    idp="entra",
    killed_by=("entra/group_pointer_leads_nowhere",),
    also_red=("groups/too_many_to_list", "customer/entra-group-overage"),
)
