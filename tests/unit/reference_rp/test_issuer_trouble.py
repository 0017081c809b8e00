"""When the identity provider misbehaves: a kind page, a name for what happened, no secret, no second try with a code."""

import asyncio
import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from harness.reference_rp.configuration import Timeouts

Check = Callable[[Any], str]


def _raises(error: Exception) -> Callable[[Any], Any]:
    def answer(_: Any) -> Any:
        raise error

    return answer


CUT = httpx2.RemoteProtocolError("peer closed connection")
SLOW = httpx2.ReadTimeout("")

TOKEN = [
    ("token_endpoint.invalid_grant", ({"error": "invalid_grant", "error_description": "AADSTS54005: used"}, 400)),
    ("token_endpoint.invalid_client", ({"error": "invalid_client"}, 401)),
    ("token_endpoint.invalid_client", ({"errorCode": "invalid_client", "errorSummary": "Invalid value"}, 400)),
    ("token_endpoint.error", ({"error": "server_error"}, 400)),
    ("token_endpoint.error", ({"error": {"odd": 1}}, 400)),
    ("token_endpoint.error", ({"error": "temporarily"}, 200)),
    ("token_endpoint.unavailable", (b"<h1>down</h1>", 503)),
    ("token_endpoint.answer", (b"<h1>hello</h1>", 200)),
    ("token_endpoint.answer", (b"[1]", 200)),
    ("token_endpoint.answer", (b"{" * 50_000, 200)),
    ("token_endpoint.answer", (b"", 302)),
    ("token_endpoint.answer", ({"id_token": "x", "token_type": "Bearer"}, 200)),
]


@pytest.mark.parametrize(("check", "answer"), TOKEN, ids=[f"{name}-{answer[1]}" for name, answer in TOKEN])
def test_a_token_endpoint_that_refuses_becomes_a_page(
    stage: Any, refused_by: Check, plain_json: Any, check: str, answer: tuple[Any, int]
) -> None:
    """Errors, pages and redirects of the token endpoint are named; the code is not sent again."""
    stage.issuer.answers["token"] = plain_json(*answer)
    response = stage.sign_in()

    assert (response.status_code, refused_by(response)) == (400, check)
    assert len(stage.issuer.calls("token")) == 1
    assert not stage.browser.signed_in()


@pytest.mark.parametrize("error", [CUT, SLOW, OSError("no route")], ids=["cut", "slow", "gone"])
@pytest.mark.parametrize(
    ("path", "check"),
    [
        ("token", "token_endpoint.unavailable"),
        ("keys", "jwks.unavailable"),
        ("userinfo", "userinfo.unavailable"),
    ],
)
def test_an_exchange_that_breaks_becomes_a_page(
    stage: Any, refused_by: Check, path: str, check: str, error: Exception
) -> None:
    """A cut, slow or absent endpoint is named, and the next attempt works."""
    stage.issuer.answers[path] = _raises(error)
    assert refused_by(stage.sign_in()) == check

    stage.issuer.answers.clear()
    assert stage.sign_in().status_code == 303


@pytest.mark.parametrize("status", [400, 503])
def test_a_code_is_tried_once(stage: Any, plain_json: Any, status: int) -> None:
    """A code is good once; a second attempt would have the issuer revoke what the first one brought (RFC 6749, 4.1.2)."""
    stage.issuer.answers["token"] = plain_json({"error": "temporarily_unavailable"}, status)
    stage.sign_in()

    assert len(stage.issuer.calls("token")) == 1


@pytest.mark.parametrize("error", [CUT, SLOW], ids=["cut", "slow"])
def test_metadata_that_breaks_stops_before_leaving(stage: Any, refused_by: Check, error: Exception) -> None:
    """Nobody is sent to a provider whose metadata cannot be read, and the failure is not remembered."""
    stage.issuer.answers["openid-configuration"] = _raises(error)
    assert refused_by(stage.browser.post("/sign-in/organisation", {"organisation": "acme"})) == "discovery.unavailable"

    stage.issuer.answers.clear()
    assert stage.sign_in().status_code == 303


METADATA = [
    ("discovery.unavailable", ({"issuer": "https://acme.okta.com"}, 503)),
    ("discovery.unavailable", (b"<html>", 200)),
    ("discovery.issuer", ({}, 200)),
    ("discovery.issuer", ({"issuer": "https://acme.okta.com/"}, 200)),
    ("discovery.endpoints", ({"issuer": "https://acme.okta.com"}, 200)),
]


@pytest.mark.parametrize(("check", "answer"), METADATA, ids=[f"{name}-{answer}" for name, answer in METADATA])
def test_metadata_that_is_wrong_stops_before_leaving(
    stage: Any, refused_by: Check, plain_json: Any, check: str, answer: tuple[Any, int]
) -> None:
    """Metadata for another issuer, or without endpoints, sends nobody anywhere; a later good one works."""
    stage.issuer.answers["openid-configuration"] = plain_json(*answer)
    assert refused_by(stage.browser.post("/sign-in/organisation", {"organisation": "acme"})) == check

    stage.issuer.answers.clear()
    assert stage.sign_in().status_code == 303


@pytest.mark.parametrize("url", ["http://acme.okta.com/token", "/token", "javascript:x", 7, "https://", "https://[x"])
def test_an_endpoint_that_is_no_https_address_is_refused(stage: Any, refused_by: Check, url: object) -> None:
    """Endpoints are absolute and on https, or nothing is sent there."""
    stage.issuer.metadata["token_endpoint"] = url

    response = stage.browser.post("/sign-in/organisation", {"organisation": "acme"})
    assert refused_by(response) == "discovery.endpoints"


def test_an_answer_that_is_too_large_is_dropped(stage: Any, refused_by: Check, plain_json: Any) -> None:
    """No answer may fill our memory."""
    stage.issuer.answers["token"] = plain_json({"access_token": "a" * 1_100_000})

    assert refused_by(stage.sign_in()) == "token_endpoint.unavailable"


def test_a_small_answer_that_unpacks_large_is_dropped(stage: Any, refused_by: Check, plain_json: Any) -> None:
    """The bound counts after decompression."""
    bomb = gzip.compress(b'{"a": "' + b"a" * 3_000_000 + b'"}')
    stage.issuer.answers["token"] = plain_json(bomb, 200, **{"content-encoding": "gzip"})

    assert refused_by(stage.sign_in()) == "token_endpoint.unavailable"


def test_a_compressed_answer_is_read(stage: Any, plain_json: Any) -> None:
    """Compression is the HTTP client's business."""
    body = gzip.compress(json.dumps({"keys": [stage.issuer.key.as_dict(private=False)]}).encode())
    stage.issuer.answers["keys"] = plain_json(body, 200, **{"content-encoding": "gzip"})

    assert stage.sign_in().status_code == 303


def test_an_answer_that_never_ends_is_given_up(stage: Any, refused_by: Check) -> None:
    """The whole exchange has a bound, however lively the other side."""

    async def forever(_: Any) -> httpx2.Response:
        await asyncio.Event().wait()
        raise AssertionError

    stage.issuer.answers["token"] = forever
    stage.party.reconfigure(replace(stage.party.configuration, timeouts=Timeouts(total=0.01)))

    assert refused_by(stage.sign_in()) == "token_endpoint.unavailable"


ODD_TOKENS = [
    {"token_type": "bearer"},
    {"token_type": "BEARER"},
    {"expires_in": "3600"},
    {"expires_in": None},
    {"expires_in": 0},
    {"expires_in": 3599.5},
    {"expires_in": "soon"},
    {"expires_in": [1]},
    {"refresh_token": 7},
    {"scope": None, "foo": "bar", "ext_expires_in": 3},
]


@pytest.mark.parametrize("token", ODD_TOKENS, ids=str)
def test_odd_but_allowed_token_answers_work(stage: Any, token: dict[str, Any]) -> None:
    """Case of the type, shape of the lifetime and unknown members do not matter (RFC 6749, 5.1)."""
    stage.issuer.token = token

    assert stage.sign_in().status_code == 303


@pytest.mark.parametrize("kind", ["mac", None, 7])
def test_another_token_type_is_refused(stage: Any, refused_by: Check, kind: object) -> None:
    """What is no bearer token is not used as one (RFC 6749, 7.1)."""
    stage.issuer.token["token_type"] = kind

    assert refused_by(stage.sign_in()) == "token_endpoint.token_type"


def test_any_media_type_of_json_is_read(stage: Any, plain_json: Any) -> None:
    """The media type's parameters and case do not matter."""
    stage.issuer.answers["keys"] = plain_json(
        {"keys": [stage.issuer.key.as_dict(private=False)]}, 200, **{"content-type": "application/JWK-set+json; x=y"}
    )

    assert stage.sign_in().status_code == 303


def test_no_redirect_of_the_token_endpoint_is_followed(stage: Any) -> None:
    """Code and secret go to one address only."""
    stage.issuer.answers["token"] = lambda _: httpx2.Response(
        307, headers={"location": "https://acme-eu.okta.com/token"}
    )
    stage.sign_in()

    assert not stage.issuers["acme-eu"].requests


def test_a_refusal_shows_no_secret(stage: Any, plain_json: Any) -> None:
    """Neither code nor verifier nor client secret stands on the page."""
    stage.issuer.answers["token"] = plain_json({"error": "invalid_client"}, 401)
    response = stage.sign_in(code="very-secret-code")

    assert "very-secret-code" not in response.text
    assert "s3cret" not in response.text
    assert stage.issuer.form()["code_verifier"] not in response.text


def test_an_existing_session_survives_a_failed_login(stage: Any, plain_json: Any) -> None:
    """Who is signed in stays signed in when another attempt fails."""
    stage.sign_in()
    stage.issuer.answers["token"] = plain_json(b"", 503)
    stage.sign_in()

    assert stage.browser.signed_in()


def test_the_issuers_cookies_are_not_kept(stage: Any, plain_json: Any) -> None:
    """A cookie set on the back channel does not come along to the next call."""
    stage.issuer.answers["keys"] = plain_json(
        {"keys": [stage.issuer.key.as_dict(private=False)]}, 200, **{"set-cookie": "sid=1; Path=/"}
    )
    stage.sign_in()

    assert "cookie" not in stage.issuer.calls("userinfo")[0].headers
    assert not stage.party.http.cookies


def test_metadata_of_an_issuer_with_a_slash_has_one_slash(stage: Any) -> None:
    """The trailing slash is dropped for the metadata's address only (OIDC Discovery 1.0, 4.1)."""
    stage.sign_in("initech")

    assert stage.issuers["initech"].requests[0].url.path == "/.well-known/openid-configuration"


def test_metadata_is_cached(stage: Any) -> None:
    """Two logins fetch metadata once; an hour later it is fetched again."""
    stage.sign_in()
    stage.sign_in()
    assert len(stage.issuer.calls("openid-configuration")) == 1

    stage.clock.now += 3601
    stage.sign_in()
    assert len(stage.issuer.calls("openid-configuration")) == 2


INSIDE = ["https://169.254.169.254/keys", "https://[::1]/keys", "https://vault/keys", "https://vault.internal/keys"]


@pytest.mark.parametrize("url", INSIDE)
@pytest.mark.parametrize("name", ["jwks_uri", "token_endpoint"])
def test_a_public_issuer_sends_us_nowhere_inside(stage: Any, refused_by: Check, name: str, url: str) -> None:
    """An issuer on the internet cannot have our own network called by naming it in its metadata."""
    stage.issuer.metadata[name] = url

    response = stage.browser.post("/sign-in/organisation", {"organisation": "acme"})
    assert refused_by(response) == "discovery.endpoints"


def test_userinfo_inside_is_not_called(stage: Any) -> None:
    """The same of userinfo, which a login can do without."""
    stage.issuer.metadata["userinfo_endpoint"] = "https://10.0.0.1/userinfo"

    assert stage.sign_in().status_code == 303
    assert not stage.issuer.calls("userinfo")
