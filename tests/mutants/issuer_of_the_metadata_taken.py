"""The metadata decides who the issuer is: an alias of Entra's is taken for the tenant."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"checks.discovery_issuer": lambda metadata, issuer: None},
    idp="entra",
    killed_by=("entra/issuer_of_common", "entra/issuer_of_organizations", "entra/issuer_without_version"),
    also_red=("discovery/of_another_issuer",),
)
