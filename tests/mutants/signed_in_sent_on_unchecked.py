"""Whoever opens the sign-in page and is signed in already is sent on to the return address as it stands there."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import pages, return_address

_page = pages.page


def page(request: Any, template: str, status: int = 200, **values: Any) -> Any:
    to = request.query_params.get("return_to")
    if template == "sign_in.html" and values["visitor"] and to:
        return return_address.go(to)
    return _page(request, template, status, **values)


MUTANT = Mutant(replaces={"pages.page": page}, killed_by=("return_address/signed_in_already",))
