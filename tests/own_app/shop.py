"""A shop as somebody would start it: `python shop.py PORT`, its connection in variables; BAD_AT and BAD_HOW spoil it."""

from __future__ import annotations

import os
import sys
import time
from typing import Any
from urllib.parse import parse_qs

import uvicorn

from tests.apps.own_suite.shop import create

shop = create(os.environ["DISCOVERY_URL"], os.environ["ID"], os.environ["SECRET"])


wanted: list[str] = []
"""Where the last link said that people shall end."""


def _leads_anywhere(scope: Any, send: Any) -> Any:
    """Note the address that a link to BAD_AT names as "next", and lead to it from the callback."""
    if scope["path"] == os.environ["BAD_AT"]:
        wanted[:] = parse_qs(scope["query_string"].decode()).get("next", [])

    async def sends(message: Any) -> None:
        if scope["path"] == "/callback" and wanted and message["type"] == "http.response.start":
            kept = [(name, value) for name, value in message["headers"] if name != b"location"]
            message = {**message, "headers": [*kept, (b"location", wanted[0].encode())]}
        await send(message)

    return sends


async def app(scope: Any, receive: Any, send: Any) -> None:
    """The shop, but at the path BAD_AT it misbehaves."""
    if scope["type"] == "http" and os.environ.get("BAD_HOW") == "leads anywhere":
        send = _leads_anywhere(scope, send)
    elif scope.get("path") == os.environ.get("BAD_AT"):
        how = os.environ["BAD_HOW"]
        if how == "crashes":
            print("\x1b[31mout of memory \x00\xff", flush=True)
            os._exit(3)
        if how == "hangs":
            time.sleep(600)  # noqa: ASYNC251 - the whole app hangs
        if how == "breaks off":
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})
            await send({"type": "http.response.body", "body": b"half", "more_body": False})
            return
        if how == "rubbish":
            headers = [(b"content-type", b"text/html"), (b"content-encoding", b"gzip")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": b"\x00\xff\x1f\x8b rubbish"})
            return
    await shop(scope, receive, send)


if __name__ == "__main__":
    time.sleep(float(os.environ.get("LATE", "0")))
    uvicorn.run(app, port=int(sys.argv[1]), proxy_headers=True)
