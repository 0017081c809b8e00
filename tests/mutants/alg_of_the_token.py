"""Any algorithm is good that the issuer's key can verify."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import discovery

_signing_key = discovery.signing_key

MUTANT = Mutant(
    replaces={
        "discovery.signing_key": lambda item, connection: _signing_key(
            {name: value for name, value in item.items() if name != "alg"}, connection
        ),
        "checks.id_token_alg": lambda header, connection, check="": str(header["alg"]),
    },
    killed_by=("id_token/other_algorithm",),
    also_red=(
        "id_token/unsigned",
        "id_token/unsigned_mixed_case",
        "id_token/public_key_as_secret",
        "logout/other_algorithm",
        "logout/unsigned",
        "id_token/elliptic_signature",
    ),
    seen_at=(
        "https://github.com/ritou/p5-oidc-lite/pull/31",
        "https://github.com/infiniflow/ragflow/pull/15181",
    ),
)
