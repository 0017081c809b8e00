"""A backslash passes as part of a path, and the Location header carries it as it is."""

from starlette.responses import Response

from harness.mutation.mutant import Mutant
from harness.reference_rp.return_address import HOME


def safe(address: str, origin: str) -> str:
    return address if address.startswith("/") and not address.startswith("//") and address.isprintable() else HOME


MUTANT = Mutant(
    replaces={
        "return_address.safe": safe,
        "return_address.go": lambda address: Response(status_code=303, headers={"Location": address}),
    },
    killed_by=("return_address/backslash",),
    seen_at=(
        "https://github.com/linagora/openrag/issues/483",
        "https://github.com/line/centraldogma/pull/1312",
    ),
)
