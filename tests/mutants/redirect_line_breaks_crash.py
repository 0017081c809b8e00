"""Line breaks in the return address reach the Location header, where the framework allows none."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import return_address

_go = return_address.go


def go(address: str) -> Any:
    if any(sign in address for sign in "\r\n"):
        raise ValueError("Header values can't contain newlines")
    return _go(address)


MUTANT = Mutant(
    replaces={
        "return_address._UNSAFE": return_address.re.compile(r"[\\\t]"),
        "return_address.go": go,
    },
    killed_by=("return_address/line_breaks",),
)
