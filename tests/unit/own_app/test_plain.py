"""harness/own_app/plain.py: issuers over plain HTTP, a loopback port per host."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2

from harness.own_app.plain import PlainIssuers, reaching_plain_issuers

ISSUER = "https://login.vendor.example"


HEARD: list[tuple[str, str]] = []
"""Host and query of what the issuer was asked."""


async def _issuer(scope: Any, receive: Any, send: Any) -> None:
    host = dict(scope["headers"])[b"host"].decode()
    HEARD.append((host, scope["query_string"].decode()))
    body = f'{{"issuer": "{ISSUER}"}}'.encode()
    cookie = b"__Host-sid=1; Path=/; Secure; HttpOnly"
    headers = [(b"content-length", str(len(body)).encode()), (b"location", b"https://login.vendor.example/x")]
    await send({"type": "http.response.start", "status": 200, "headers": [*headers, (b"set-cookie", cookie)]})
    await send({"type": "http.response.body", "body": body})


def _asked() -> tuple[str, httpx2.Response]:
    async def ask() -> tuple[str, httpx2.Response]:
        issuers = PlainIssuers({"login.vendor.example": _issuer})
        await issuers.start()
        try:
            plain = issuers.rewrite(ISSUER)
            async with httpx2.AsyncClient(trust_env=False) as client:
                return plain, await client.get(f"{plain}/document", params={"iss": plain})
        finally:
            await issuers.stop()

    return asyncio.run(ask())


def test_issuer_is_served_at_its_plain_address() -> None:
    """Documents and redirects name the plain address, and the issuer is asked under its own name."""
    plain, answer = _asked()

    assert plain.startswith("http://127.0.0.1:")
    assert answer.json()["issuer"] == plain
    assert HEARD.pop() == ("login.vendor.example", "iss=https%3A%2F%2Flogin.vendor.example")
    assert answer.headers["location"] == f"{plain}/x"


def test_cookies_are_kept_without_tls() -> None:
    """Secure and the prefix that demands it are left out, or no browser would keep the cookie."""
    _, answer = _asked()

    assert answer.headers["set-cookie"] == "plain-Host-sid=1; Path=/; HttpOnly"


def test_browser_is_let_through_to_plain_issuers() -> None:
    """The rule that lets nothing out of the browser spares this machine's own ports, and nothing else."""
    rules = "--host-resolver-rules=MAP shop.example:443 127.0.0.1:1, MAP * ~NOTFOUND"

    assert reaching_plain_issuers(["--x", rules]) == ["--x", f"{rules}, EXCLUDE 127.0.0.1"]
