"""harness/control/guard.py: who may use the control port."""

from __future__ import annotations

import asyncio

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from harness.control.guard import Guard

ADDRESS = "http://127.0.0.1:4711"
RIGHT = {"Authorization": "Bearer of-this-run"}


def _asked(headers: dict[str, str]) -> httpx2.Response:
    app = Guard(Starlette(routes=[Route("/set", lambda _: PlainTextResponse("done"))]), "of-this-run")

    async def ask() -> httpx2.Response:
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url=ADDRESS) as client:
            return await client.get("/set", headers=headers)

    return asyncio.run(ask())


def test_program_with_the_token_passes() -> None:
    """A request to the port's own address that bears the token of the run is answered."""
    assert _asked(RIGHT).text == "done"


@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ({}, '"Authorization" does not bear the token of this run'),
        ({"Authorization": "Bearer guessed"}, '"Authorization" does not bear the token of this run'),
        (RIGHT | {"Host": "rebound.example:4711"}, '"Host" must be "127.0.0.1:4711"'),
        (RIGHT | {"Host": "localhost:4711"}, '"Host" must be "127.0.0.1:4711"'),
        (RIGHT | {"Origin": "https://evil.example"}, "requests of web pages are not answered here"),
        (RIGHT | {"Sec-Fetch-Site": "cross-site"}, "requests of web pages are not answered here"),
        (RIGHT | {"Referer": "https://evil.example/"}, "requests of web pages are not answered here"),
    ],
)
def test_everybody_else_is_refused(headers: dict[str, str], says: str) -> None:
    """No token, another name for the port, or a web page: 403 and one line."""
    answer = _asked(headers)

    assert answer.status_code == 403
    assert answer.json() == {"error": says}
