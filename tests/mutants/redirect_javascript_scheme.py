"""The page after the login goes to the return address by script, whatever its scheme."""

import json

from starlette.responses import HTMLResponse, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import return_address

_go = return_address.go
_safe = return_address.safe


def go(address: str) -> Response:
    if not address.startswith("javascript:"):
        return _go(address)
    return HTMLResponse(
        f"<!doctype html><title>Welcome</title><script>location.replace({json.dumps(address)})</script>"
    )


MUTANT = Mutant(
    replaces={
        "return_address.safe": lambda address, origin: (
            address if address.startswith("javascript:") else _safe(address, origin)
        ),
        "return_address.go": go,
        "headers.content_security_policy": lambda path, region: "frame-ancestors 'none'",
    },
    killed_by=("return_address/script",),
    seen_at=("https://github.com/vectorize-io/hindsight/pull/1848",),
)
