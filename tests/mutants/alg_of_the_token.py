"""Any algorithm is good that the issuer's key can verify."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
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
)
