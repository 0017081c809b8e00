"""What is said in place of an app that cannot be reached."""

from __future__ import annotations

import asyncio
from typing import Any

from harness.own_app.crashes import is_crash
from harness.own_app.forwarding import Forwarder


def test_an_app_that_is_down_cannot_pass_for_one_that_blames_its_idp() -> None:
    """The gateway's own 502 is marked as its own, so that it stays red while the IdP fails."""
    told: list[str] = []
    sent: list[Any] = []
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [(b"host", b"shop.example")]}

    async def ask() -> None:
        async def send(message: Any) -> None:
            sent.append(message)

        forwarder = Forwarder("http://127.0.0.1:1", 1, told.append)
        await forwarder(scope, send, send)
        await forwarder.close()

    asyncio.run(ask())

    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert told
    assert is_crash(sent[0]["status"], headers, (), idp_fails=True)
