"""An ID token that is posted to the callback unasked signs its person in."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts, callback, cookies, id_token, redirect_uri, return_address, sessions
from harness.reference_rp.configuration import Region
from harness.reference_rp.relying_party import RelyingParty

_finish = callback.finish


async def finish(party: RelyingParty, request: Request, region: Region) -> Response:
    found = await callback.answer(request)
    raw, where = found.get("id_token"), redirect_uri.split(request.url.path.rpartition("/")[2])
    organisation = party.organisation(where[1]) if where else None
    if not raw or organisation is None or organisation.connection is None:
        return await _finish(party, request, region)
    token = {"id_token": raw, "access_token": ""}
    claims = await id_token.verified(party, organisation.connection, raw)
    identity, claims = await callback.identify(party, organisation.connection, claims, token)
    account = accounts.sign_in(party.accounts, organisation, organisation.connection, identity)
    party.accounts.add(account)
    session = callback.new_session(party, request, region, organisation.connection, account, identity, claims, token)
    sessions.begin(party.sessions, session, None)
    response = return_address.go(return_address.HOME)
    cookies.set_session(response, session, region)
    return response


async def fetch(*_: object) -> dict[str, object]:
    return {}


MUTANT = Mutant(
    replaces={"callback.finish": finish, "userinfo.fetch": fetch},
    killed_by=("okta/tile_that_posts_a_token",),
)
