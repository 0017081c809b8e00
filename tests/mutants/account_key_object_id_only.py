"""Entra's people are known by their object id, wherever it comes from."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "accounts.key": lambda organisation, connection, identity: (identity.account_key.rpartition(":")[2],),
    },
    idp="entra",
    killed_by=("entra/same_object_id_elsewhere",),
)
