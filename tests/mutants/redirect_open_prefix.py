"""An absolute return address need only begin like the app's own origin."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import return_address

_safe = return_address.safe

MUTANT = Mutant(
    replaces={
        "return_address.safe": lambda address, origin: (
            address if address.startswith(origin) else _safe(address, origin)
        ),
    },
    killed_by=("return_address/look_alike",),
)
