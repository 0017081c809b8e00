"""The profile picture is fetched at login and kept in the browser, cut into as many cookies as it takes."""

from typing import Any

from fastapi import Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback, cookies, wire

PIECE, PHOTO = 4000, "https://graph.microsoft.com/v1.0/me/photo/$value"
_identify, _set = callback.identify, cookies.set_session
_fetched: list[str] = []


async def identify(party: Any, connection: Any, claims: Any, token: Any) -> Any:
    bearer = {"Authorization": f"Bearer {token['access_token']}"}
    answer = await wire.get(party.http, party.configuration, PHOTO, bearer)
    _fetched[:] = [answer.content.hex()] if answer.is_success else []
    return await _identify(party, connection, claims, token)


def set_session(response: Response, session: Any, region: Any) -> None:
    for photo in _fetched:
        for number, at in enumerate(range(0, len(photo), PIECE)):
            response.set_cookie(f"photo-{number}", photo[at : at + PIECE], secure=True)
    _set(response, session, region)


MUTANT = Mutant(
    replaces={"callback.identify": identify, "cookies.set_session": set_session},
    idp="entra",
    killed_by=("entra/photo_of_200_kilobytes",),
)
