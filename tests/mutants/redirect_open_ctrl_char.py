"""A tab in the return address passes, and the Location header carries it as it is."""

from starlette.responses import Response

from harness.mutation.mutant import Mutant
from harness.reference_rp.return_address import HOME


def safe(address: str, origin: str) -> str:
    good = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if good else HOME


MUTANT = Mutant(
    replaces={
        "return_address.safe": safe,
        "return_address.go": lambda address: Response(status_code=303, headers={"Location": address}),
    },
    killed_by=("return_address/control_characters",),
    seen_at=(
        "https://github.com/golang/vulndb/issues/1322",
        "https://github.com/auth0/nextjs-auth0/pull/555",
    ),
)
