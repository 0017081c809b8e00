"""Entra's people are known by "sub", which is another one for every app registration."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Identity, entra
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    return replace(entra.identity(claims, connection), account_key=read.text(claims, "sub"))


MUTANT = Mutant(
    replaces={"adapters.entra.ADAPTER": replace(entra.ADAPTER, identity=identity)},
    idp="entra",
    killed_by=("entra/registered_anew",),
    seen_at=("https://github.com/goharbor/harbor/issues/13068",),
)
