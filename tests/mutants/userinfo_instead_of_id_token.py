"""Where no ID token comes, whoever userinfo names is signed in: OAuth taken for a login."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import id_token
from harness.reference_rp.configuration import Connection
from harness.reference_rp.relying_party import RelyingParty
from harness.reference_rp.transactions import Transaction

_claims = id_token.claims


async def claims(party: RelyingParty, connection: Connection, raw: str, transaction: Transaction) -> dict[str, Any]:
    return await _claims(party, connection, raw, transaction) if raw else {}


MUTANT = Mutant(
    replaces={
        "checks.id_token_missing": lambda token: token.setdefault("id_token", ""),
        "id_token.claims": claims,
        "checks.userinfo_sub": lambda userinfo, sub: None,
    },
    killed_by=("token_endpoint/without_id_token",),
    also_red=("userinfo/of_another", "userinfo/without_subject", "userinfo/subject_list"),
)
