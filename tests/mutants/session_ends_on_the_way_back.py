"""The session ends when the person is back from the issuer, and not when they sign out."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import pages, sign_out, visit

_clear = sign_out.cookies.clear_session


def returned(request: Request) -> Response:
    party, region = visit.party(request), visit.region(request)
    session = visit.session(party, request, region)
    if session:
        party.sessions.drop(session.id)
    response = pages.page(request, "signed_out.html")
    _clear(response, region)
    return response


MUTANT = Mutant(
    replaces={
        "sessions.end": lambda sessions, session: None,
        "cookies.clear_session": lambda *_: None,
        "sign_out.returned": returned,
    },
    idp="jumpcloud",
    killed_by=("jumpcloud/logout_address_unregistered",),
    also_red=("logout/back_channel",),
)
