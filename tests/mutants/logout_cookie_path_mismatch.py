"""The session's cookie is deleted under another path than it was set with."""

from fastapi import Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies
from harness.reference_rp.configuration import Region


def clear_session(response: Response, region: Region) -> None:
    response.delete_cookie(cookies.name(cookies.SESSION, region), path="/sign-out", secure=True, httponly=True)


MUTANT = Mutant(
    replaces={"cookies.clear_session": clear_session},
    killed_by=("session/no_cookie_left",),
    seen_at=("https://github.com/auth0/nextjs-auth0/pull/2232",),
)
