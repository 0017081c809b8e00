"""harness/control/port.py: the web service behind set, exec and open."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest

from harness.control.changes import Desk
from harness.control.port import ControlPort
from harness.own_app.mistakes import AppFailed


async def _hello(asked: dict[str, str]) -> dict[str, Any]:
    if asked.get("who") == "nobody":
        raise AppFailed("the app does not start; correct it")
    return {"hello": asked.get("who", "")}


def _asked(method: str, path: str, **more: Any) -> httpx2.Response:
    async def ask() -> httpx2.Response:
        port = ControlPort(Desk(None), {"/hello": _hello})  # type: ignore[arg-type]  # no change gets as far as the world
        await port.start()
        bearer = {"Authorization": f"Bearer {port.token}"}
        try:
            async with httpx2.AsyncClient(trust_env=False, headers=bearer | more.pop("headers", {})) as client:
                return await client.request(method, port.url + path, **more)
        finally:
            await port.stop()

    return asyncio.run(ask())


def test_answers_what_is_asked() -> None:
    """The query reaches the answer, and its JSON comes back."""
    assert _asked("GET", "/hello", params={"who": "alice"}).json() == {"hello": "alice"}


def test_trouble_is_a_line() -> None:
    """What goes wrong is told as an error of one line."""
    answer = _asked("GET", "/hello", params={"who": "nobody"})

    assert (answer.status_code, answer.json()) == (400, {"error": "the app does not start; correct it"})


def test_is_guarded() -> None:
    """Without the token of this run nothing is answered."""
    assert _asked("GET", "/hello", headers={"Authorization": "Bearer guessed"}).status_code == 403


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"changes": 7}', b"{}", b'"x"'])
def test_rubbish_is_a_line(body: bytes) -> None:
    """What is no request to change anything is answered with one that would be."""
    answer = _asked("POST", "/set", content=body)

    assert answer.status_code == 400
    assert answer.json() == {"error": 'send JSON such as {"changes": {"fault": "expired"}}'}


def test_mistake_is_a_line() -> None:
    """A key that there is not comes back as a line."""
    answer = _asked("POST", "/set", json={"changes": {"flaut": "x"}})

    assert answer.status_code == 400
    assert 'did you mean "fault"?' in answer.json()["error"]
