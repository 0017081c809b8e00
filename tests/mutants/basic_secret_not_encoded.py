"""Client id and secret go into the Basic header as they are, without the encoding RFC 6749 asks for."""

from typing import Any

from authlib.oauth2.auth import ClientAuth

from harness.mutation.mutant import Mutant


def basic_credentials(auth: Any, method: str, uri: str, headers: Any, body: Any) -> Any:
    raw = ClientAuth(auth.client_id, auth.client_secret, "client_secret_basic")
    return raw.prepare(method, uri, headers, body)


MUTANT = Mutant(
    replaces={"token_endpoint.basic_credentials": basic_credentials},
    killed_by=("token_endpoint/secret_with_signs",),
    seen_at=(
        "https://github.com/panva/openid-client/issues/134",
        "https://github.com/requests/requests-oauthlib/pull/568",
    ),
)
