"""Refresh tokens: rotation, two at once, withdrawal, and trouble that passes."""

import asyncio
from typing import Any

import httpx2
import pytest


@pytest.fixture
def refreshing(stage: Any) -> Any:
    """Somebody signed in an hour ago with a refresh token; each use brings the next one."""
    stage.issuer.token = {"refresh_token": "r1"}
    stage.sign_in()
    stage.issuer.requests.clear()
    stage.issuer.token = {"refresh_token": "r2"}
    stage.clock.now += 3601
    return stage


def test_a_refresh_token_is_spent_and_replaced(refreshing: Any) -> None:
    """The session asks with the old token and keeps the new one."""
    assert refreshing.browser.signed_in()

    assert refreshing.issuer.form()["grant_type"] == "refresh_token"
    assert refreshing.issuer.form()["refresh_token"] == "r1"
    assert refreshing.party.sessions.all()[0].refresh_token == "r2"


def test_a_refresh_happens_when_due(refreshing: Any) -> None:
    """Not at every request."""
    refreshing.browser.me()
    refreshing.browser.me()

    assert len(refreshing.issuer.calls("token")) == 1


def test_an_issuer_that_does_not_rotate_is_fine(refreshing: Any) -> None:
    """Without a new refresh token the old one stays in use."""
    refreshing.issuer.token = {}
    refreshing.browser.me()

    assert refreshing.party.sessions.all()[0].refresh_token == "r1"


def test_two_requests_refresh_once(refreshing: Any) -> None:
    """Two tabs at the same moment spend one token between them."""

    async def slowly(_: Any) -> httpx2.Response:
        for _turn in range(20):
            await asyncio.sleep(0)
        return httpx2.Response(200, json=refreshing.issuer.tokens())

    refreshing.issuer.answers["token"] = slowly

    async def both() -> list[int]:
        answers = await asyncio.gather(*(refreshing.browser.client.get("/api/me") for _ in range(2)))
        return [each.status_code for each in answers]

    assert refreshing.run.run(both()) == [200, 200]
    assert len(refreshing.issuer.calls("token")) == 1


@pytest.mark.parametrize("error", ["invalid_grant", "token_inactive", "unauthorized_client"])
def test_a_withdrawn_token_ends_the_session(refreshing: Any, plain_json: Any, error: str) -> None:
    """Revoked at the issuer means signing in again, not an error page."""
    refreshing.issuer.answers["token"] = plain_json({"error": error}, 400)

    assert not refreshing.browser.signed_in()
    assert refreshing.browser.get("/workspace").headers["location"].startswith("/sign-in")


def test_a_connection_switched_off_ends_the_session(refreshing: Any) -> None:
    """Nobody stays signed in by a connection that is not active any more, and its issuer is not asked."""
    refreshing.change("acme", status="disabled")

    assert not refreshing.browser.signed_in()
    assert not refreshing.issuer.calls("token")


def test_an_issuer_in_trouble_ends_nothing(refreshing: Any, plain_json: Any) -> None:
    """The session goes on, and asks again a minute later."""
    refreshing.issuer.answers["token"] = plain_json(b"", 503)
    assert refreshing.browser.signed_in()
    assert refreshing.browser.signed_in()
    assert len(refreshing.issuer.calls("token")) == 1

    refreshing.issuer.answers.clear()
    refreshing.clock.now += 61
    assert refreshing.browser.signed_in()
    assert refreshing.party.sessions.all()[0].refresh_token == "r2"


@pytest.mark.parametrize(
    "claims", [{"sub": "bob-2"}, {"iss": "https://evil.test"}, {"aud": "client-2"}, {"azp": "client-2"}, {"exp": 1}]
)
def test_another_persons_id_token_ends_the_session(refreshing: Any, claims: dict[str, Any]) -> None:
    """The ID token of a refresh is about the same person, from the same issuer, for us (OIDC Core 1.0, 12.2)."""
    refreshing.issuer.claims = claims

    assert not refreshing.browser.signed_in()
