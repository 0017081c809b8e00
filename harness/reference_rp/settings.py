"""Settings: workspaces, and for administrators the members."""

from fastapi import APIRouter, Request, Response

from . import pages, return_address, sign_out, visit, workspace
from .refusal import Refusal
from .visit import Visitor

router = APIRouter()


@router.get("/settings")
async def settings_page(request: Request) -> Response:
    """What can be set."""
    return await _page(request, "settings.html")


@router.get("/settings/workspaces")
async def workspaces_page(request: Request) -> Response:
    """The list of workspaces."""
    return await _page(request, "workspaces.html")


@router.get("/settings/workspaces/default")
async def default_workspace_page(request: Request) -> Response:
    """The default workspace; its subtitle is the organisation name people type to sign in."""
    return await _page(request, "default_workspace.html")


async def _page(request: Request, template: str) -> Response:
    visitor = await workspace.current(request)
    if visitor is None:
        return workspace.sign_in_first(request)
    return pages.page(request, template, visitor=visitor)


def administrator(visitor: Visitor) -> Visitor:
    """The visitor, who is an administrator.

    Raises:
        Refusal: "role".
    """
    if "admin" not in visitor.session.roles:
        raise Refusal("role", "the page is for administrators")
    return visitor


@router.get("/settings/members")
async def members_page(request: Request) -> Response:
    """Everybody who has signed in to this organisation."""
    visitor = await workspace.current(request)
    if visitor is None:
        return workspace.sign_in_first(request)
    members = visit.party(request).accounts.of(administrator(visitor).organisation.organization_id)
    return pages.page(request, "members.html", visitor=visitor, members=members)


@router.post("/settings/members/{account_id}")
async def member_switched(request: Request, account_id: str) -> Response:
    """Switch a member's access off or on; their sessions end at their next request."""
    visitor = await workspace.current(request)
    if visitor is None:
        return workspace.sign_in_first(request)
    form = await request.form(max_files=0, max_fields=20)
    sign_out.proven(form.get("csrf"), administrator(visitor).session)
    account = visit.party(request).accounts.by_id(account_id)
    if account and account.organization_id == visitor.organisation.organization_id:
        account.disabled = form.get("access") == "off"
    return return_address.go("/settings/members")
