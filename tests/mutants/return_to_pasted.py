"""The page that was wanted is pasted into the sign-in page's address as it is."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import return_address


def sign_in_first(request: Any) -> Any:
    return return_address.go(f"/sign-in?return_to={request.url.path}?{request.url.query}")


MUTANT = Mutant(
    replaces={"workspace.sign_in_first": sign_in_first},
    killed_by=("login/deep_link",),
    seen_at=("https://github.com/geneontology/noctua/pull/1120",),
)
