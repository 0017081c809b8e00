"""A refusal is worded otherwise, in another language, with another status."""

from typing import Any

from fastapi.responses import HTMLResponse

from harness.reference_rp import pages
from harness.traps.trap import Trap


def refused(request: Any, refusal: Any, *, organisation: str = "", idp: str = "") -> Any:
    """One page for everything."""
    pages.log(refusal, organisation=organisation, idp=idp)
    page = '<!doctype html><html lang="de"><title>Hoppla</title><p>Das hat nicht geklappt. <a href="/">Zum Anfang</a>'
    return HTMLResponse(page, 200)


TRAP = Trap(
    allowed_by="the product",
    replaces={"pages.refused": refused},
    lacks=("check_codes",),
    near=("id_token/wrong_audience", "errors/login_required", "errors/markup", "token_endpoint/unavailable"),
)
