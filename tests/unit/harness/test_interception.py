"""Holding back an authorization response between issuer and app."""

from __future__ import annotations

import asyncio

import httpx2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from harness.interception import Callback, CallbackHold


async def _app(request: Request) -> Response:
    return PlainTextResponse(f"the app saw {request.url.path}")


APP = Starlette(routes=[Route("/{rest:path}", _app, methods=["GET", "POST"])])


def _ask(hold: CallbackHold, method: str, url: str, **more: object) -> str:
    async def ask() -> str:
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=hold)) as client:
            return (await client.request(method, url, **more)).text  # type: ignore[arg-type]  # the test's own arguments

    return asyncio.run(ask())


def test_passes_everything_when_not_holding() -> None:
    """Without a hold the app gets its callbacks."""
    hold = CallbackHold(APP, "/callback/")

    assert _ask(hold, "GET", "https://app.example/callback/x?code=1") == "the app saw /callback/x"


def test_keeps_a_callback_from_the_app() -> None:
    """A held callback is kept with its address, and the app never sees it."""
    hold = CallbackHold(APP, "/callback/")
    held: list[Callback] = []

    with hold.holding(held):
        answer = _ask(hold, "GET", "https://app.example/callback/x?code=1&state=2")

    assert "held back" in answer
    assert held[0].parameters == {"code": "1", "state": "2"}


def test_keeps_a_posted_callback() -> None:
    """A form_post answer is held with its form."""
    hold = CallbackHold(APP, "/callback/")
    held: list[Callback] = []

    with hold.holding(held):
        _ask(hold, "POST", "https://app.example/callback/x", data={"code": "1"})

    assert held[0].form == {"code": "1"}


def test_other_paths_pass_while_holding() -> None:
    """Only the callback is held back."""
    hold = CallbackHold(APP, "/callback/")

    with hold.holding([]):
        assert _ask(hold, "GET", "https://app.example/workspace") == "the app saw /workspace"


def test_parameters_can_be_replaced_and_left_out() -> None:
    """A scenario changes one parameter and keeps the others."""
    callback = Callback("https://app.example/callback/x?code=1&state=2", {})

    assert callback.with_parameters(state=None) == "https://app.example/callback/x?code=1"
    assert callback.with_parameters(state="3") == "https://app.example/callback/x?code=1&state=3"
