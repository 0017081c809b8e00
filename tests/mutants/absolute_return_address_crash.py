"""A return address that is no path is an exception nobody catches, our own origin's as well."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import return_address

_safe = return_address.safe


def safe(address: str, origin: str) -> str:
    assert not address or address.startswith("/"), "a return address is a path"
    return _safe(address, origin)


MUTANT = Mutant(
    replaces={"return_address.safe": safe},
    killed_by=("return_address/own_origin",),
    also_red=("return_address/absolute", "login/unsafe_return_address", "initiate/unsafe_target"),
)
