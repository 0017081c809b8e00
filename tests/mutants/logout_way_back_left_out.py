"""Signing out at the issuer does not say where the person goes afterwards, nor who it is."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"sign_out.logout_parameters": lambda connection, session, region: {"client_id": connection.client_id}},
    idp="jumpcloud",
    killed_by=("jumpcloud/logout_everywhere",),
)
