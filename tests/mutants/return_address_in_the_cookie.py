"""The cookie that binds a login to the browser holds the return address as well, however long it is."""

from base64 import urlsafe_b64encode
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies, sign_in

_leave = sign_in.leave


async def leave(request: Any, organisation: Any, connection: Any, return_to: str, *given: Any) -> Any:
    response = await _leave(request, organisation, connection, return_to, *given)
    wanted = b"." + urlsafe_b64encode(return_to.encode()) + b";"
    response.raw_headers = [
        (name, value.replace(b";", wanted, 1) if name == b"set-cookie" else value)
        for name, value in response.raw_headers
    ]
    return response


def read(request: Any, kind: str, region: Any) -> str:
    return str(request.cookies.get(cookies.name(kind, region), "").partition(".")[0])


MUTANT = Mutant(
    replaces={"sign_in.leave": leave, "cookies.read": read, "return_address.MAX_LENGTH": 10_000},
    killed_by=("return_address/long",),
)
