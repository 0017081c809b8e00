"""A session lasts as long as the access token, and can only be longer where there is a refresh token."""

from dataclasses import replace
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback, token_endpoint
from harness.reference_rp.sessions import Session

_new_session = callback.new_session


def new_session(party: Any, *given: Any) -> Session:
    session = _new_session(party, *given)
    if session.refresh_token:
        return session
    return replace(session, expires_at=party.clock() + token_endpoint.lifetime(given[-1]))


MUTANT = Mutant(
    replaces={"callback.new_session": new_session},
    idp="jumpcloud",
    killed_by=("jumpcloud/refresh_token_not_granted",),
)
