"""One issuer in a process of its own, over plain HTTP on a loopback port: `python -m harness.bench.issuer_process okta`.

Prints the port when it listens. With `--replay FILE` it serves the recorded answers of that file instead, in order: the
floor of the same work.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import uvicorn

from harness import people
from mock_idps import catalogue
from mock_idps.core.keys import KeyFoundry
from mock_idps.core.service import Service

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send


def _behind_tls(app: ASGIApp) -> ASGIApp:
    async def secure(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "scheme": "https"}, receive, send)

    return secure


def _issuer(idp: str) -> ASGIApp:
    vendor = catalogue.vendors()[idp]
    service = Service(vendor, people.directories()[idp], KeyFoundry(), time.time, Random())  # noqa: S311 - a measurement
    vendor.prepare(service)
    return service


def _replay(file: Path) -> ASGIApp:
    answers = [
        (status, [(name.encode(), value.encode()) for name, value in headers], body.encode())
        for status, headers, body in json.loads(file.read_text(encoding="utf-8"))
    ]
    turn = 0

    async def app(_: Scope, receive: Receive, send: Send) -> None:
        nonlocal turn
        status, headers, body = answers[turn % len(answers)]
        turn += 1
        while (await receive()).get("more_body"):
            pass
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


async def _serve(app: ASGIApp) -> None:
    if isinstance(app, Service):
        for ring in app.rings.values():
            await ring.keys()  # made now, not between two measured logins
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    listening.listen(128)
    config = uvicorn.Config(
        _behind_tls(app), log_config=None, access_log=False, lifespan="off", http="httptools", timeout_keep_alive=60
    )
    print(listening.getsockname()[1], flush=True)
    await uvicorn.Server(config).serve(sockets=[listening])


def main() -> None:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("idp")
    parser.add_argument("--replay", type=Path)
    args = parser.parse_args()
    asyncio.run(_serve(_replay(args.replay) if args.replay else _issuer(args.idp)))


if __name__ == "__main__":
    main()
