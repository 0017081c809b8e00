"""The control port: a small web service in the world's own event loop, for `set`, `exec` and `open`."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
from uvicorn import Config, Server

from harness.command import BadInput
from harness.control.changes import Aim, Desk, apply
from harness.control.guard import Guard
from harness.gateway.sockets import LOOPBACK, PortTaken, listening
from harness.own_app.mistakes import AppFailed

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

Answer = Callable[[dict[str, str]], Awaitable[dict[str, Any]]]
"""From a request's parameters to the JSON of its answer."""


class ControlPort:
    """Serves `answers` (GET, by path) and /set (POST) on a free loopback port, to whoever bears `token`."""

    def __init__(self, desk: Desk, answers: dict[str, Answer]) -> None:
        self._desk = desk
        self.token = secrets.token_urlsafe(24)
        self.port = 0
        routes = [Route(path, _told(answer)) for path, answer in answers.items()]
        app = Guard(Starlette(routes=[*routes, Route("/set", self._set, methods=["POST"])]), self.token)
        self._server = Server(Config(app, log_config=None, access_log=False, lifespan="off", ws="none"))
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen; `port` holds the port afterwards."""
        socket = listening()
        self.port = socket.getsockname()[1]
        self._serving = asyncio.create_task(self._server.serve(sockets=[socket]))

    async def stop(self) -> None:
        """Close the port."""
        self._server.should_exit = True
        if self._serving is not None:
            await self._serving

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{LOOPBACK}:{self.port}"

    async def _set(self, request: Request) -> Response:
        try:
            body = await request.json()
            aim = Aim(*(str(body.get(name, "")) for name in ("idp", "org", "person")))
            said = await apply(self._desk, aim, {str(key): str(value) for key, value in body["changes"].items()})
        except BadInput as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        except (ValueError, KeyError, AttributeError):
            return JSONResponse({"error": 'send JSON such as {"changes": {"fault": "expired"}}'}, status_code=400)
        return JSONResponse({"said": said})


def _told(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    async def told(request: Request) -> Response:
        try:
            return JSONResponse(await answer(dict(request.query_params)))
        except (BadInput, AppFailed, PortTaken) as error:
            return JSONResponse({"error": str(error)}, status_code=400)

    return told
