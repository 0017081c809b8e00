"""The password grant: user name and password straight to the token endpoint, for what has no browser.

Source: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth-ropc (it knows no second factor and no pages).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.authorization import AuthorizationRequest
from mock_idps.core.grants import Authentication
from mock_idps.core.refusal import Refusal
from mock_idps.core.signing_in import check_password
from mock_idps.entra import authority, policy, token_checks, trace
from mock_idps.entra.answers import HIDDEN

if TYPE_CHECKING:
    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest


def sign_in(service: Service, asked: TokenRequest) -> tuple[AuthorizationRequest, Authentication]:
    """Who signs in, and the request that tokens answer.

    Raises:
        Refusal: "token_person_unknown", "token_password_wrong", or what the account's state or a policy says.
    """
    where = token_checks.sent_to(service, asked)
    found = next(authority.accounts(service.directory, where, asked.get("username")), None)
    if found is None or (where.tenant is not None and found[0] is not where.tenant):
        raise Refusal("token_person_unknown", login=HIDDEN, tenant=where.name)
    try:
        check_password(found[1], asked.get("password"))
    except Refusal as refusal:
        raise Refusal("token_locked" if refusal.situation == "person_locked" else "token_password_wrong") from refusal
    held = Authentication(*found, service.now(), ("pwd",), trace.guid(service))
    policy.check(asked.registered(), held)
    original = AuthorizationRequest({"scope": asked.get("scope"), "client_id": asked.client_id}, app=asked.registered())
    original.extra |= asked.extra | {"version": "2.0", "redirect_uri": ""}
    return original, held
