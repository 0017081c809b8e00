"""What the issuer says of a session's end is answered politely, and ends nothing."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"issuer_logout.meant": lambda *given: []},
    idp="jumpcloud",
    killed_by=("logout/back_channel", "logout/front_channel"),
)
