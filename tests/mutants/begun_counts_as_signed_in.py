"""A session is opened when a login begins, and whoever has one counts as signed in."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback, cookies, sign_in, visit
from harness.reference_rp.accounts import Account
from harness.reference_rp.adapters import Identity

_leave = sign_in.leave
_NOBODY = Identity("begun", "", None, "", (), "")


async def leave(request: Any, organisation: Any, connection: Any, *given: Any) -> Any:
    response = await _leave(request, organisation, connection, *given)
    party, region = visit.party(request), visit.region(request)
    account = Account("begun", (organisation.name,), organisation.organization_id, "", organisation.name, ("member",))
    party.accounts.add(account)
    session = callback.new_session(party, request, region, connection, account, _NOBODY, {}, {"id_token": ""})
    party.sessions.add(session)
    cookies.set_session(response, session, region)
    return response


MUTANT = Mutant(
    replaces={"sign_in.leave": leave},
    killed_by=("login/not_assigned",),
    also_red=("callback/replayed", "callback/replayed_elsewhere", "id_token/wrong_audience"),
)
