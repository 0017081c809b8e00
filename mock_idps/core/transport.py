"""Lies below HTTP's meaning, as plain ASGI middleware: which endpoint a request is for, and answers that replace its own.

Endpoints are told apart by how their paths end, which all vendors' discovery documents have in common.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    Answer = Callable[[ASGIApp, Scope, Receive, Send], Awaitable[None]]

PATHS: dict[str, tuple[str, ...]] = {
    "discovery": ("/.well-known/openid-configuration",),
    "jwks": ("/keys", "/jwks.json", "/jwks"),
    "token": ("/token",),
    "userinfo": ("/userinfo",),
    "authorize": ("/authorize", "/oauth2/auth"),
}
"""The ends of the paths of each endpoint, by the name that `Service.note` uses too."""


def also(endpoint: str, path: str) -> None:
    """Know `path` as the end of the path of an endpoint, too; for vendors that are read from data."""
    if endpoint in PATHS and not path.endswith(PATHS[endpoint]):
        PATHS[endpoint] += (path,)


LONGEST_SILENCE = 60.0
"""Seconds after which a silent endpoint gives up; no relying party should still be there."""


def is_for(scope: Scope, endpoint: str) -> bool:
    """Whether a request is for `endpoint`, a key of PATHS."""
    return scope["type"] == "http" and str(scope["path"]).endswith(PATHS[endpoint])


def instead(app: ASGIApp, endpoint: str, answer: Answer) -> ASGIApp:
    """`app`, but requests for `endpoint` are answered by `answer`, which gets the app beside the ASGI arguments."""

    async def told(scope: Scope, receive: Receive, send: Send) -> None:
        if is_for(scope, endpoint):
            await answer(app, scope, receive, send)
        else:
            await app(scope, receive, send)

    return told


def fixed(status: int, body: bytes, headers: dict[str, str]) -> Answer:
    """An answer that is always the same."""

    async def answer(_app: ASGIApp, _scope: Scope, _receive: Receive, send: Send) -> None:
        raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        await send({"type": "http.response.body", "body": body})

    return answer


async def silence(_app: ASGIApp, _scope: Scope, receive: Receive, _send: Send) -> None:
    """No answer at all until the caller hangs up."""

    async def hung_up() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    try:
        await asyncio.wait_for(hung_up(), LONGEST_SILENCE)
    except TimeoutError:
        return


def changed(change: Callable[[Message], Message]) -> Answer:
    """The app's own answer, each ASGI message of it passed through `change`."""

    async def answer(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        async def told(message: Message) -> None:
            await send(change(message))

        await app(scope, receive, told)

    return answer


def rewritten(change: Callable[[bytes], bytes], *, encoding: str = "") -> Answer:
    """The app's own answer with its whole body passed through `change`, and with that content encoding if there is one."""

    async def answer(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        head: list[Message] = []
        body: list[bytes] = []

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                head.append(message)
                return
            body.append(message.get("body", b""))
            if message.get("more_body", False):
                return
            whole = change(b"".join(body))
            start = with_header(head[0], "content-length", str(len(whole)))
            await send(with_header(start, "content-encoding", encoding) if encoding else start)
            await send({"type": "http.response.body", "body": whole})

        await app(scope, receive, told)

    return answer


def with_header(message: Message, name: str, value: str) -> Message:
    """An ASGI message with one header replaced; messages without headers stay as they are."""
    if message["type"] != "http.response.start":
        return message
    kept = [(key, old) for key, old in message["headers"] if key.lower() != name.lower().encode()]
    return {**message, "headers": [*kept, (name.lower().encode(), value.encode())]}
