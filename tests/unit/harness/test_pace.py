"""harness/pace.py: an issuer that waits until everybody has come, and one that shows no page."""

from __future__ import annotations

import asyncio
from typing import Any

from harness.pace import LeftAlone, Meeting


async def _issuer(_scope: Any, _receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def _status(app: Any, path: str) -> int:
    """The status that an app answers with."""
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app({"type": "http", "path": path}, None, send)
    return int(sent[0]["status"])


def test_tokens_wait_until_all_have_come() -> None:
    """A path that is expected twice has to be asked for twice; nothing else counts."""

    async def meets() -> list[bool]:
        meeting = Meeting(["/callback", "/callback"])
        answer = asyncio.ensure_future(_status(meeting.transport(_issuer), "/oauth2/v1/token"))
        answered = []
        for path in ("/callback", "/elsewhere", "/callback"):
            for _ in range(20):
                await asyncio.sleep(0)  # whoever can go on does so
            answered.append(answer.done())
            meeting.arrives(path)
        await answer
        return answered

    assert asyncio.run(meets()) == [False, False, False]


def test_other_endpoints_do_not_wait() -> None:
    """Only tokens are held back."""
    assert asyncio.run(_status(Meeting(["/callback"]).transport(_issuer), "/oauth2/v1/keys")) == 200


def test_who_has_left_sees_no_page() -> None:
    """The authorization endpoint leaves the browser where it is; the others are as ever."""
    app = LeftAlone().transport(_issuer)

    assert asyncio.run(_status(app, "/oauth2/v1/authorize")) == 204
    assert asyncio.run(_status(app, "/oauth2/v1/token")) == 200
