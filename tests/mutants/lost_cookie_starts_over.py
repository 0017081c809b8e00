"""An answer without its cookie begins the next login, which Entra answers at once and again without a cookie."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import return_address, sign_in
from harness.reference_rp.configuration import Region
from harness.reference_rp.refusal import Refusal

_refused = sign_in.refused


def refused(request: Request, refusal: Refusal, organization_id: str, idp: str) -> Response:
    if refusal.check != "state.browser":
        return _refused(request, refusal, organization_id, idp)
    return return_address.go(f"/api/auth/initiate/{idp}-{organization_id}")


def bind_browser(response: Response, browser: str, response_mode: str | None, region: Region) -> None:
    """Set for the host without the port and scheme the answer comes back to, so that it never arrives."""


MUTANT = Mutant(
    replaces={"sign_in.refused": refused, "cookies.bind_browser": bind_browser},
    idp="entra",
    killed_by=("login/happy", "entra/state_cookie_lost"),
)
