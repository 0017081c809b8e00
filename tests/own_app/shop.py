"""A shop as somebody would start it: `python shop.py PORT`, its connection in variables; BAD_AT and BAD_HOW spoil it."""

from __future__ import annotations

import os
import sys
import time
from typing import Any

import uvicorn

from tests.apps.own_suite.shop import create

shop = create(os.environ["ISSUER"] + "/.well-known/openid-configuration", os.environ["ID"], os.environ["SECRET"])


async def app(scope: Any, receive: Any, send: Any) -> None:
    """The shop, but at the path BAD_AT it misbehaves."""
    if scope.get("path") == os.environ.get("BAD_AT"):
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
    uvicorn.run(app, port=int(sys.argv[1]), proxy_headers=True, log_level="warning")
