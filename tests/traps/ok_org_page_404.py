"""A name that nobody has is answered openly: there is no such organisation."""

from typing import Any

from fastapi.responses import HTMLResponse

from harness.traps.trap import Trap


def unknown(request: Any, refusal: Any, typed: str, return_to: str) -> Any:
    """Not found."""
    page = (
        '<!doctype html><title>Not found</title><main data-check="organisation">'
        f"<p>{'There is no such organisation' if 'no single' in refusal.detail else 'Sign-on is not active yet'}.</main>"
    )
    return HTMLResponse(page, 404)


TRAP = Trap(
    allowed_by="the product (what may be told about customers is its policy)",
    replaces={"sign_in.unknown_organisation": unknown},
    lacks=("hidden_organisations",),
    near=("login/organisation_unknown", "organisation/hidden", "organisation/spelled_freely"),
)
