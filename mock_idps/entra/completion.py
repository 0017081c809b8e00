"""The answer that the app was waiting for: code, and tokens in the implicit and hybrid flows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.authorization import issue_code
from mock_idps.core.tokens import half_hash
from mock_idps.entra import gates, minting, sessions
from mock_idps.entra.answers import to_app
from mock_idps.entra.request_checks import for_everybody

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.model import Claims
    from mock_idps.core.service import Service
    from mock_idps.core.signing_in import Interaction


async def complete(service: Service, request: Request, interaction: Interaction) -> Response:
    """Send the authorization response: code, client_info, tokens, state, session_state, in that order."""
    asked, visitor = interaction.request, gates.visitor(interaction)
    if for_everybody(asked):
        consented = {"admin_consent": "True", "tenant": visitor.tenant.id, "scope": asked.get("scope")}
        return to_app(service, asked, {name: value for name, value in consented.items() if value})
    words = asked.words("response_type")
    told: dict[str, str] = {}
    if "code" in words:
        told["code"] = issue_code(
            service, asked, visitor, value=minting.code_value(service), lives=minting.CODE_LIVES
        ).value
    if asked.get("client_info") == "1":
        told["client_info"] = minting.client_info(gates.held(interaction))
    await _tokens(service, interaction, told)
    told["session_state"] = visitor.session
    session = service.sessions.find(interaction.notes.get("cookie") or sessions.cookie(request))
    if session is not None:
        session.apps[asked.get("client_id")] = minting.issuer(visitor, asked.extra["version"])
    return to_app(service, asked, told)


async def _tokens(service: Service, interaction: Interaction, told: dict[str, str]) -> None:
    asked, words = interaction.request, interaction.request.words("response_type")
    if not {"token", "id_token"} & set(words):
        return
    about = minting.subject(service, asked, gates.visitor(interaction), implicit=True)
    hashes: Claims = {"c_hash": half_hash(told["code"])} if "code" in told else {}
    if "token" in words:
        token, lives = await minting.access_token(service, about, service.token(16))
        told |= {"access_token": token.value, "token_type": "Bearer", "expires_in": str(lives)}
        hashes["at_hash"] = half_hash(token.value)
    if "id_token" in words:
        told["id_token"] = await minting.id_token(service, about, hashes)
