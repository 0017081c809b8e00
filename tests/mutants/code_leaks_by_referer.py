"""The workspace is shown at the callback's own address, which links tell to other sites."""

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback
from harness.reference_rp.configuration import Region
from harness.reference_rp.relying_party import RelyingParty

_finish = callback.finish


async def finish(party: RelyingParty, request: Request, region: Region) -> Response:
    response = await _finish(party, request, region)
    page = HTMLResponse('<!doctype html><title>Workspace</title><p>Welcome. <a href="/workspace">Go on</a>')
    page.raw_headers.extend((name, value) for name, value in response.raw_headers if name == b"set-cookie")
    return page


MUTANT = Mutant(
    replaces={"callback.finish": finish, "headers.referrer_policy": lambda: "unsafe-url"},
    killed_by=("browser/nothing_in_the_referer",),
    also_red=("login/deep_link", "callback/replayed"),  # its page has no way to sign out
)
