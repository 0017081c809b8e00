"""The token endpoint when all is well: methods, shapes, refresh, revocation."""

from __future__ import annotations

from typing import Any

import pytest


def test_answer_has_sorted_keys(org: Any) -> None:
    """Keys are alphabetical, the type is lower case, nothing is stored (ory/fosite v0.49.0, access_write.go)."""
    answer = org.redeems(org.code())

    assert list(answer.json()) == ["access_token", "expires_in", "id_token", "scope", "token_type"]
    assert (answer.json()["token_type"], answer.json()["expires_in"]) == ("bearer", 3599)
    assert answer.headers["content-type"] == "application/json;charset=UTF-8"
    assert (answer.headers["cache-control"], answer.headers["pragma"]) == ("no-store", "no-cache")


@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_post", "none"])
def test_each_method_works_where_it_is_registered(org: Any, method: str) -> None:
    """The one method of the app is enough (https://jumpcloud.com/support/sso-with-oidc)."""
    org.app.auth_method = method
    form = {
        "grant_type": "authorization_code",
        "code": org.code(**org.challenge),
        "redirect_uri": org.app.redirect_uris[0],
        "code_verifier": org.verifier,
    }
    form |= {"client_id": org.app.client_id} if method != "client_secret_basic" else {}
    form |= {"client_secret": org.app.client_secret} if method == "client_secret_post" else {}

    answer = org.post("/oauth2/token", form, auth=org.basic if method == "client_secret_basic" else None)

    assert answer.status_code == 200


def test_without_openid_there_is_no_id_token(org: Any) -> None:
    """200 without `id_token` (https://jumpcloud.com/support/oidc-attributes-claims: plain OAuth 2.0)."""
    assert list(org.tokens(scope="email profile")) == ["access_token", "expires_in", "scope", "token_type"]


def test_pkce_protects_a_confidential_app_too(org: Any) -> None:
    """A verifier that fits gets tokens."""
    assert org.redeems(org.code(**org.challenge), code_verifier=org.verifier).status_code == 200


def test_verifier_without_challenge_is_refused(org: Any) -> None:
    """A verifier for a code that knows no challenge is refused (ory/fosite v0.49.0, handler/pkce/handler.go)."""
    answer = org.redeems(org.code(), code_verifier=org.verifier)

    assert answer.json()["error_description"].endswith("Unable to find initial PKCE data tied to this request")


def test_second_use_of_a_code_revokes_the_first_tokens(org: Any) -> None:
    """Whoever won the race loses the tokens (https://github.com/ory/hydra/issues/3483)."""
    code = org.code()
    token = org.redeems(code).json()["access_token"]
    assert org.userinfo(token).status_code == 200

    org.redeems(code)

    assert org.userinfo(token).status_code == 401


def test_refresh_token_needs_scope_and_grant(org: Any) -> None:
    """Neither `offline_access` alone nor the ticked grant alone brings a refresh token."""
    assert "refresh_token" not in org.tokens(scope="openid offline_access")
    org.app.settings["refresh_token"] = True
    assert "refresh_token" not in org.tokens()


def _offline(org: Any, **settings: object) -> dict[str, Any]:
    org.app.settings |= {"refresh_token": True} | settings
    tokens: dict[str, Any] = org.tokens(scope="openid email offline_access")
    return tokens


def test_refresh_rotates_and_repeats_the_nonce(org: Any) -> None:
    """A refresh brings a new refresh token, and an ID token of the same sign-in with the same nonce."""
    first = _offline(org)
    org.clock.now += 60
    second = org.refreshes(first["refresh_token"]).json()
    before, after = org.payload(first["id_token"]), org.payload(second["id_token"])

    assert second["refresh_token"] != first["refresh_token"]
    assert {name for name in before if before[name] != after[name]} == {"at_hash", "exp", "iat", "jti"}


def test_refresh_ends_the_old_access_token(org: Any) -> None:
    """A rotation revokes the access token of before (ory/fosite, `RotateRefreshToken`)."""
    first = _offline(org)
    org.refreshes(first["refresh_token"])

    assert org.userinfo(first["access_token"]).status_code == 401


def test_reused_refresh_token_ends_the_chain(org: Any) -> None:
    """The newest tokens die with the reuse of an old one (https://github.com/neondatabase/mcp-server-neon/pull/232)."""
    first = _offline(org)
    second = org.refreshes(first["refresh_token"]).json()
    org.refreshes(first["refresh_token"])

    assert org.userinfo(second["access_token"]).status_code == 401
    assert org.refreshes(second["refresh_token"]).json()["error_description"].endswith("malformed or not valid.")


def test_race_of_two_refreshes_revokes_nothing(org: Any) -> None:
    """The loser of a race is told to try again, and the winner's tokens live (https://github.com/ory/hydra/issues/3004)."""
    first = _offline(org, refresh_race_seconds=5)
    second = org.refreshes(first["refresh_token"]).json()
    org.refreshes(first["refresh_token"])

    assert org.userinfo(second["access_token"]).status_code == 200


def test_refresh_token_lives_as_long_as_the_app_says(org: Any) -> None:
    """Up to 90 days, by the app's setting."""
    token = _offline(org, refresh_token_lives=90 * 86_400)["refresh_token"]
    org.clock.now += 31 * 86_400

    assert org.refreshes(token).status_code == 200


@pytest.mark.parametrize("kind", ["access_token", "refresh_token"])
def test_revocation_ends_the_login(org: Any, kind: str) -> None:
    """A revoked token takes its login with it; the answer is an empty 200 (RFC 7009, 2.2)."""
    tokens = _offline(org)

    answer = org.post("/oauth2/revoke", {"token": tokens[kind]}, auth=org.basic)

    assert (answer.status_code, answer.content) == (200, b"")
    assert org.userinfo(tokens["access_token"]).status_code == 401


def test_revocation_needs_the_client(org: Any) -> None:
    """Without the right secret nothing is revoked."""
    tokens = _offline(org)

    assert org.post("/oauth2/revoke", {"token": tokens["access_token"]}, auth=("x", "y")).status_code == 401
    assert org.userinfo(tokens["access_token"]).status_code == 200


def test_expired_access_token(org: Any) -> None:
    """An hour later userinfo says that the token expired."""
    token = org.tokens()["access_token"]
    org.clock.now += 3600

    assert org.userinfo(token).json()["error"] == "invalid_token"
