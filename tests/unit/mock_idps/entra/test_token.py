"""The token endpoint: members, headers, refreshing, and every refusal with number, status and members.

Facts: recorded HTTP in github.com/Azure/azure-sdk-for-js (2021-10-29), github.com/calvinchengx/entra-emulator
e2e/differential/testdata/fixtures (2026-08-13), https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

import pytest
from joserfc import jws
from joserfc.jwk import KeySet

from .conftest import ACME, CALLBACK, GLOBEX, MULTI, NOW, SECRET, WEB, Visitor, part

VERIFIER = "v" * 43
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


def _code(visitor: Visitor, **over: str | None) -> str:
    return visitor.signs_in(**over)["code"]


def _error(visitor: Visitor, status: int, error: str, number: int) -> dict[str, Any]:
    told: dict[str, Any] = visitor.last.json()
    assert (visitor.last.status_code, told["error"], told["error_codes"]) == (status, error, [number])
    assert told["error_description"].startswith(f"AADSTS{number}: ")
    return told


def test_members_in_order(visitor: Visitor) -> None:
    """Everything asked for, in recorded order; numbers are numbers."""
    code = _code(visitor, scope="openid profile email offline_access")
    told = visitor.redeem(code, client_info="1").json()

    assert list(told) == [
        "token_type",
        "scope",
        "expires_in",
        "ext_expires_in",
        "access_token",
        "refresh_token",
        "id_token",
        "client_info",
    ]
    assert isinstance(told["expires_in"], int)
    assert told["expires_in"] == told["ext_expires_in"] != 3600


@pytest.mark.parametrize(
    ("scope", "absent"), [("openid", {"refresh_token", "client_info"}), ("User.Read", {"id_token", "refresh_token"})]
)
def test_only_what_was_asked_for(visitor: Visitor, scope: str, absent: set[str]) -> None:
    """No refresh token without offline_access, no ID token without openid, no client_info unasked."""
    assert not absent & set(visitor.redeem(_code(visitor, scope=scope)).json())


def test_scope_is_told_in_another_order(visitor: Visitor) -> None:
    """`scope` is sorted, lacks offline_access, and may hold more than was asked."""
    visitor.app.settings["consented_scopes"] = ("User.Read",)
    code = _code(visitor, scope="openid profile offline_access email")

    assert visitor.redeem(code).json()["scope"] == "email openid profile User.Read"


def test_headers(visitor: Visitor) -> None:
    """Not to be stored, and Microsoft's own headers."""
    headers = visitor.redeem(_code(visitor)).headers

    assert headers["cache-control"] == "no-store, no-cache"
    assert headers["pragma"] == "no-cache"
    assert headers["expires"] == "-1"
    assert headers["x-ms-clitelem"] == "1,0,0,,"
    assert "access-control-allow-origin" not in headers


def test_error_members_in_order(visitor: Visitor) -> None:
    """An error names trace, correlation and time, in the body, in the text and in a header."""
    visitor.redeem("x", client_secret="wrong", headers={"client-request-id": "11111111-2222-3333-4444-555555555555"})
    told = _error(visitor, 401, "invalid_client", 7000215)

    assert list(told) == [
        "error",
        "error_description",
        "error_codes",
        "timestamp",
        "trace_id",
        "correlation_id",
        "error_uri",
    ]
    assert told["correlation_id"] == "11111111-2222-3333-4444-555555555555"
    assert told["trace_id"] == visitor.last.headers["x-ms-request-id"]
    assert told["trace_id"].endswith("00")
    assert told["timestamp"] == "2026-09-21 14:13:20Z"
    assert told["error_description"] == (
        "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret "
        f"value, not the client secret ID, for a secret added to app '{WEB}'.\r\nTrace ID: {told['trace_id']}\r\n"
        "Correlation ID: 11111111-2222-3333-4444-555555555555\r\nTimestamp: 2026-09-21 14:13:20Z"
    )
    assert told["error_uri"] == "https://login.microsoftonline.com/error?code=7000215"


CLIENTS: list[tuple[dict[str, Any], int, str, int]] = [
    ({"client_secret": None}, 401, "invalid_client", 7000218),
    ({"client_secret": None, "grant_type": "client_credentials"}, 401, "invalid_client", 7000216),
    ({"client_id": GLOBEX}, 400, "unauthorized_client", 700016),
    ({"client_id": "not-a-guid"}, 400, "unauthorized_client", 700038),
    ({"client_id": None}, 400, "invalid_request", 900144),
    ({"grant_type": None}, 400, "invalid_request", 900144),
    ({"grant_type": "magic"}, 400, "unsupported_grant_type", 70003),
    ({"client_assertion": "x.y.z", "client_secret": None}, 401, "invalid_client", 700027),
    ({"code": ""}, 400, "invalid_request", 900144),
    ({"code": "made-up"}, 400, "invalid_grant", 9002313),
    ({"grant_type": "refresh_token"}, 400, "invalid_request", 900144),
    ({"grant_type": "refresh_token", "refresh_token": "made-up"}, 400, "invalid_grant", 9002313),
    (
        {"grant_type": "client_credentials", "scope": "https://nothing.example/.default"},
        400,
        "invalid_resource",
        500011,
    ),
]


@pytest.mark.parametrize(("over", "status", "error", "number"), CLIENTS)
def test_request_or_client_is_refused(
    visitor: Visitor, over: dict[str, Any], status: int, error: str, number: int
) -> None:
    """Each mistake has its number and status."""
    visitor.redeem(**({"code": "x"} | over))

    _error(visitor, status, error, number)


@pytest.mark.parametrize("number", [70003, 700038])
def test_no_error_uri_without_an_entry(visitor: Visitor, number: int) -> None:
    """Two captured answers carry no "error_uri"."""
    over = {"grant_type": "magic"} if number == 70003 else {"client_id": "not-a-guid"}
    told = visitor.redeem("x", **over).json()

    assert told["error_codes"] == [number]
    assert "error_uri" not in told


def test_unknown_tenant(visitor: Visitor) -> None:
    """AADSTS90002 is JSON here."""
    visitor.redeem("x", "nowhere")

    _error(visitor, 400, "invalid_request", 90002)


def test_get_is_refused(visitor: Visitor) -> None:
    """GET of the token endpoint is AADSTS900561."""
    visitor.get(f"/{ACME}/oauth2/v2.0/token")

    assert visitor.alert.startswith("AADSTS900561: ")


def test_basic_works_too(visitor: Visitor) -> None:
    """Credentials in the header, form-encoded."""
    basic = base64.b64encode(f"{WEB}:{SECRET.replace('~', '%7E')}".encode()).decode()
    answer = visitor.redeem(
        _code(visitor), client_id=None, client_secret=None, headers={"Authorization": f"Basic {basic}"}
    )

    assert answer.status_code == 200


def test_expired_secret(visitor: Visitor) -> None:
    """AADSTS7000222 comes overnight."""
    visitor.app.settings["secret_expired"] = True
    visitor.redeem(_code(visitor))

    assert "are expired" in _error(visitor, 401, "invalid_client", 7000222)["error_description"]


def test_public_client_with_a_secret(visitor: Visitor) -> None:
    """AADSTS700025."""
    visitor.app.settings["platform"] = "public"
    visitor.redeem(_code(visitor))

    _error(visitor, 401, "invalid_client", 700025)


def test_disabled_app(visitor: Visitor) -> None:
    """AADSTS7000112."""
    code = _code(visitor)
    visitor.app.state = "disabled"
    visitor.redeem(code)

    _error(visitor, 400, "unauthorized_client", 7000112)


def test_code_works_once(visitor: Visitor) -> None:
    """The second redemption is AADSTS54005, and the first one's tokens go on working."""
    code = _code(visitor)
    first = visitor.redeem(code).json()
    visitor.redeem(code)
    _error(visitor, 400, "invalid_grant", 54005)

    bearer = {"Authorization": f"Bearer {first['access_token']}"}
    assert visitor.get("https://graph.microsoft.com/oidc/userinfo", headers=bearer).status_code == 200


def test_code_twice_in_older_words(visitor: Visitor) -> None:
    """Two numbers in one answer (https://github.com/davidjrh/dnn.azureadprovider/issues/17)."""
    visitor.tenant.settings["error_texts"] = "older"
    code = _code(visitor)
    visitor.redeem(code)
    told = visitor.redeem(code).json()

    assert told["error_codes"] == [70002, 54005]
    assert told["error_description"].startswith("AADSTS70002: Error validating credentials. AADSTS54005: ")


def test_code_lives_ten_minutes(visitor: Visitor) -> None:
    """AADSTS70008 after 600 s."""
    code = _code(visitor)
    visitor.clock.at += 600
    visitor.redeem(code)

    _error(visitor, 400, "invalid_grant", 70008)


def test_code_of_another_app(visitor: Visitor) -> None:
    """A code is for the app that asked."""
    visitor.redeem(_code(visitor), client_id=MULTI)

    _error(visitor, 400, "invalid_grant", 70000)


def test_code_at_another_tenant(visitor: Visitor) -> None:
    """AADSTS700005, also between a tenant and "common"."""
    code = _code(visitor, client_id=MULTI)
    visitor.redeem(code, GLOBEX, client_id=MULTI)
    _error(visitor, 400, "invalid_grant", 700005)

    visitor.redeem(code, "common", client_id=MULTI)
    _error(visitor, 400, "invalid_grant", 700005)


def test_other_redirect_uri(visitor: Visitor) -> None:
    """AADSTS500112 is invalid_client, and names both addresses."""
    visitor.redeem(_code(visitor), redirect_uri=CALLBACK + "/")
    told = visitor.last.json()

    assert (told["error"], told["error_codes"]) == ("invalid_client", [500112])
    assert f"The reply address '{CALLBACK}/' does not match the reply address '{CALLBACK}'" in told["error_description"]
    assert "error_uri" not in told


@pytest.mark.parametrize(
    ("challenge", "method", "verifier", "number"),
    [
        (CHALLENGE, "S256", VERIFIER, None),
        (CHALLENGE, "S256", "w" * 43, 501481),
        (CHALLENGE, "S256", None, 50148),
        (VERIFIER, None, VERIFIER, None),
        (VERIFIER, "plain", "w" * 43, 501481),
        (None, None, VERIFIER, None),
    ],
)
def test_verifier_answers_the_challenge(
    visitor: Visitor, challenge: str | None, method: str | None, verifier: str | None, number: int | None
) -> None:
    """S256 and plain (also without a method) are checked; without a challenge a verifier is not looked at."""
    code = _code(visitor, code_challenge=challenge, code_challenge_method=method)
    answer = visitor.redeem(code, code_verifier=verifier)

    if number is None:
        assert answer.status_code == 200
    else:
        _error(visitor, 400, "invalid_grant", number)


@pytest.mark.parametrize(
    ("platform", "origin", "challenge", "number"),
    [
        ("spa", None, CHALLENGE, 9002327),
        ("spa", "https://app.pelanor.io", None, 9002325),
        ("web", "https://app.pelanor.io", CHALLENGE, 9002326),
        ("spa", "https://app.pelanor.io", CHALLENGE, None),
    ],
)
def test_platform_of_the_redirect_uri(
    visitor: Visitor, platform: str, origin: str | None, challenge: str | None, number: int | None
) -> None:
    """A single-page application redeems across origins with PKCE, a web app never does."""
    visitor.app.settings["platform"] = platform
    code = _code(visitor, code_challenge=challenge, code_challenge_method="S256" if challenge else None)
    answer = visitor.redeem(
        code,
        code_verifier=VERIFIER if challenge else None,
        client_secret=None if platform == "spa" else SECRET,
        headers={"Origin": origin} if origin else {},
    )

    if number is None:
        assert answer.status_code == 200
    else:
        _error(visitor, 400, "invalid_request", number)


def test_only_a_single_page_application_reads_across_origins(visitor: Visitor) -> None:
    """Its answers, errors too, are open to scripts of other origins."""
    visitor.app.settings["platform"] = "spa"
    origin = {"Origin": "https://app.pelanor.io"}
    answer = visitor.redeem(_code(visitor, code_challenge=VERIFIER), code_verifier="x", headers=origin)

    assert answer.status_code == 400
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("scope", ["Fly.Me", f"User.Read api://{WEB}/read"])
def test_scope_at_the_token_endpoint(visitor: Visitor, scope: str) -> None:
    """AADSTS70011: a scope that does not exist, or scopes of two resources."""
    visitor.redeem(_code(visitor), scope=scope)

    _error(visitor, 400, "invalid_scope", 70011)


@pytest.mark.parametrize(
    ("policy", "error", "number", "suberror"),
    [
        ("mfa", "invalid_grant", 50076, "basic_action"),
        ("enrolment", "interaction_required", 50079, "basic_action"),
        ("consent", "invalid_grant", 65001, "consent_required"),
        ("block", "invalid_grant", 53003, None),
        ("loop_detected", "invalid_request", 50196, None),
    ],
)
def test_policy_speaks_at_the_token_endpoint(
    visitor: Visitor, policy: str, error: str, number: int, suberror: str | None
) -> None:
    """The pages were passed, and still there are no tokens; "suberror" says what kind of step is missing."""
    code = _code(visitor)
    visitor.app.settings["token_policy"] = policy
    visitor.redeem(code)

    assert _error(visitor, 400, error, number).get("suberror") == suberror


def test_enrolment_challenge(visitor: Visitor) -> None:
    """`claims` is a JSON text that the app hands on, the last member; "error_uri" is missing as in the sample."""
    code = _code(visitor)
    visitor.app.settings["token_policy"] = "enrolment"
    told = visitor.redeem(code).json()

    assert list(told)[-2:] == ["suberror", "claims"]
    assert "polids" in json.loads(told["claims"])["access_token"]
    assert "error_uri" not in told


@pytest.mark.parametrize(("state", "number"), [("disabled", 50057), ("locked", 50053), ("password_expired", 50055)])
def test_account_changed_since_the_sign_in(visitor: Visitor, state: str, number: int) -> None:
    """An account that was shut between the pages and the token call gets nothing."""
    code = _code(visitor)
    visitor.person().state = state
    visitor.redeem(code)

    _error(visitor, 400, "invalid_grant", number)


def _refresh(visitor: Visitor, token: str, **over: Any) -> Any:
    form = {"grant_type": "refresh_token", "refresh_token": token, "redirect_uri": None}
    return visitor.redeem(None, **(form | over))  # type: ignore[arg-type]  # a refresh sends no code


def test_refresh_token_stays_good(visitor: Visitor) -> None:
    """Refreshing brings a new refresh token, and the old one works again; the ID token has no nonce."""
    old = visitor.tokens(scope="openid profile offline_access")["refresh_token"]
    first, second = _refresh(visitor, old).json(), _refresh(visitor, old).json()

    assert len({old, first["refresh_token"], second["refresh_token"]}) == 3
    assert "nonce" not in part(first["id_token"], 1)


def test_refresh_token_idles_ninety_days(visitor: Visitor) -> None:
    """AADSTS700082 names the day of issue."""
    token = visitor.tokens(scope="openid offline_access")["refresh_token"]
    visitor.clock.at += 90 * 24 * 3600
    _refresh(visitor, token)

    assert (
        "The token was issued on 2026-09-21T14:13:20.0000000Z"
        in _error(visitor, 400, "invalid_grant", 700082)["error_description"]
    )


def test_refresh_token_of_a_spa_lives_a_day(visitor: Visitor) -> None:
    """AADSTS700084."""
    visitor.app.settings["platform"] = "spa"
    code = _code(visitor, scope="openid offline_access", code_challenge=CHALLENGE, code_challenge_method="S256")
    origin = {"Origin": "https://app.pelanor.io"}
    token = visitor.redeem(code, code_verifier=VERIFIER, client_secret=None, headers=origin).json()["refresh_token"]
    visitor.clock.at += 24 * 3600
    _refresh(visitor, token, client_secret=None, headers=origin)

    _error(visitor, 400, "invalid_grant", 700084)


def test_revoked_refresh_token(visitor: Visitor) -> None:
    """After a password change the grant is AADSTS50173, bad_token, with both dates."""
    token = visitor.tokens(scope="openid offline_access")["refresh_token"]
    visitor.person().attributes["tokens_valid_from"] = NOW + 60
    _refresh(visitor, token)

    told = _error(visitor, 400, "invalid_grant", 50173)
    assert told["suberror"] == "bad_token"
    assert (
        "TokensValidFrom date (before which tokens are not valid) for this user is '2026-09-21T14:14:20"
        in told["error_description"]
    )


def test_second_factor_demanded_since(visitor: Visitor) -> None:
    """A refresh without a second factor is refused once the person has one."""
    token = visitor.tokens(scope="openid offline_access")["refresh_token"]
    visitor.person().mfa = ("otp",)
    _refresh(visitor, token)

    _error(visitor, 400, "invalid_grant", 50076)


def _keys(visitor: Visitor) -> KeySet:
    return KeySet.import_key_set(visitor.get(f"/{ACME}/discovery/v2.0/keys").json())


def test_id_token_is_signed_by_a_published_key(visitor: Visitor) -> None:
    """The key set proves the ID token."""
    token = visitor.tokens()["id_token"]

    assert jws.deserialize_compact(token, _keys(visitor), algorithms=["RS256"]).headers()["typ"] == "JWT"


def test_graph_token_cannot_be_verified(visitor: Visitor) -> None:
    """A Graph access token's header carries a raw nonce; only with its hash does the signature fit."""
    token = visitor.tokens()["access_token"]
    header, keys = part(token, 0), _keys(visitor)
    registry = jws.JWSRegistry(algorithms=["RS256"], strict_check_header=False)

    with pytest.raises(Exception, match="bad_signature"):
        jws.deserialize_compact(token, keys, registry=registry)

    assert list(header) == ["typ", "nonce", "alg", "x5t", "kid"]
    digest = base64.urlsafe_b64encode(hashlib.sha256(header["nonce"].encode()).digest()).rstrip(b"=").decode()
    raw = json.dumps(header | {"nonce": digest}, separators=(",", ":")).encode()
    hashed = base64.urlsafe_b64encode(raw).rstrip(b"=").decode() + token[token.index(".") :]
    assert jws.deserialize_compact(hashed, keys, registry=registry)


def test_graph_token_is_version_1(visitor: Visitor) -> None:
    """Whatever the ID token's version, Graph's token names Graph, the old issuer and "appid"."""
    told = part(visitor.tokens()["access_token"], 1)

    assert told["aud"] == "00000003-0000-0000-c000-000000000000"
    assert (told["iss"], told["ver"], told["appid"]) == (f"https://sts.windows.net/{ACME}/", "1.0", WEB)


def test_token_for_the_apps_own_api(visitor: Visitor) -> None:
    """A scope of the app itself brings a v2.0 token that the key set proves."""
    token = visitor.tokens(scope=f"openid api://{WEB}/read")["access_token"]
    told = json.loads(jws.deserialize_compact(token, _keys(visitor), algorithms=["RS256"]).payload or b"")

    assert (told["aud"], told["azp"], told["azpacr"], told["scp"], told["ver"]) == (WEB, WEB, "1", "read", "2.0")


def test_token_of_the_app_itself(visitor: Visitor) -> None:
    """client_credentials for its own API: claim names as captured."""
    told = visitor.redeem(None, grant_type="client_credentials", scope=f"{WEB}/.default").json()  # type: ignore[arg-type]  # no code
    claims = part(told["access_token"], 1)

    assert list(told) == ["token_type", "expires_in", "ext_expires_in", "access_token"]
    assert sorted(claims) == [
        "aio",
        "aud",
        "azp",
        "azpacr",
        "exp",
        "iat",
        "iss",
        "nbf",
        "oid",
        "rh",
        "sub",
        "tid",
        "uti",
        "ver",
        "xms_ftd",
    ]


def _password_grant(visitor: Visitor, login: str, password: str) -> Any:
    form = {"grant_type": "password", "username": login, "password": password, "scope": "openid profile"}
    return visitor.redeem(None, **form)  # type: ignore[arg-type]  # no code


def test_password_grant(visitor: Visitor) -> None:
    """User name and password bring tokens without a page."""
    assert part(_password_grant(visitor, "alice@acme.example", "correct horse").json()["id_token"], 1)["tid"] == ACME


@pytest.mark.parametrize(
    ("login", "password", "number"),
    [("nobody@acme.example", "x", 50034), ("mallory@globex.example", "x", 50034), ("alice@acme.example", "x", 50126)],
)
def test_password_grant_is_refused(visitor: Visitor, login: str, password: str, number: int) -> None:
    """The name of an unknown account is hidden, and its tenant's id told."""
    _password_grant(visitor, login, password)

    told = _error(visitor, 400, "invalid_grant", number)
    assert login not in told["error_description"]


def test_unavailable_service(visitor: Visitor) -> None:
    """A bad minute is 503."""
    visitor.tenant.settings["unavailable"] = True
    visitor.redeem("x")

    _error(visitor, 503, "temporarily_unavailable", 90033)
