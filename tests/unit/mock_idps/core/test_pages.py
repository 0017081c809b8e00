"""mock_idps/core/pages.py and plain_request.py: pages that are kept, and forms that are read the short way."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import JSONResponse

from mock_idps.core import pages, responses
from mock_idps.core.plain_request import looked_up


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vendor's folder of templates with one page."""
    (tmp_path / "hello.html").write_text("<p>{{ name }} {{ state }}</p>", encoding="utf-8")
    return tmp_path


def test_kept_page_is_filled_in_anew(folder: Path) -> None:
    """Fresh values are new in each page, although it was rendered once."""
    first, second = (pages.filled(folder, "hello.html", fresh={"state": it}, name="Ada") for it in ("one", "two"))

    assert (first.body, second.body) == (b"<p>Ada one</p>", b"<p>Ada two</p>")


def test_kept_page_belongs_to_its_values(folder: Path) -> None:
    """Another value is another page, and is escaped."""
    shown = [pages.filled(folder, "hello.html", fresh={"state": "s"}, name=it).body for it in ("Ada", "<b>")]

    assert shown == [b"<p>Ada s</p>", b"<p>&lt;b&gt; s</p>"]


@pytest.mark.parametrize(
    ("uri", "state", "target"),
    [
        ("https://app.example/out", "a b", "https://app.example/out?state=a+b"),
        ("https://app.example/out?x=1", "s", "https://app.example/out?x=1&state=s"),
        ("https://app.example/out", "", "https://app.example/out"),
    ],
)
def test_way_back_from_a_logout(uri: str, state: str, target: str) -> None:
    """The state is added to the address, which may have a query, and only if there was one."""
    assert responses.after_logout(uri, state) == target


def _request(body: bytes, media_type: str) -> dict[str, Any]:
    headers = [(b"content-type", media_type.encode())]
    return {"type": "http", "method": "POST", "path": "/here", "query_string": b"", "headers": headers, "body": body}


async def _asked(scope: dict[str, Any]) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": scope["body"], "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    async def endpoint(request: Any) -> JSONResponse:
        return JSONResponse((await request.form()).multi_items())

    await looked_up(JSONResponse("routed"), {("POST", "/here"): endpoint})(scope, receive, send)
    return sent


def test_form_is_read_as_a_browser_writes_it() -> None:
    """Plus signs, escapes and repeated fields come out as they were typed."""
    sent = asyncio.run(_asked(_request(b"a=%C3%BC+b&c=d&c=e&empty=", "application/x-www-form-urlencoded")))

    assert sent[1]["body"].decode() == '[["a","ü b"],["c","d"],["c","e"],["empty",""]]'


def test_form_of_another_media_type_goes_the_long_way() -> None:
    """Multipart is read by the framework."""
    body = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'

    assert (asyncio.run(_asked(_request(body, "multipart/form-data; boundary=x"))))[1]["body"] == b'[["a","b"]]'


def test_unknown_address_is_routed() -> None:
    """What is not looked up is left to the app."""
    assert (asyncio.run(_asked({**_request(b"", "text/plain"), "path": "/there"})))[1]["body"] == b'"routed"'
