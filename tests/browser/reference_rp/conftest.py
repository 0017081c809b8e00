"""The relying party in a real browser: the app at 127.0.0.1, and an issuer at localhost, which is another site to a browser."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode

import httpx2
import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from harness.browser import find
from harness.reference_rp.app import create_app
from harness.reference_rp.configuration import Configuration, Connection, Organisation, Region
from tests.unit.reference_rp.conftest import Clock, Issuer


@dataclass
class Site:
    """App and issuer behind one port; the issuer only has a page with links that lead back."""

    app: Any
    issuer: Issuer
    origin: str

    @property
    def party(self) -> Any:
        """The relying party itself."""
        return self.app.state.reference_rp

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Serve by host name."""
        host = dict(scope.get("headers", [])).get(b"host", b"").decode()
        if scope["type"] == "lifespan" or not host.startswith("localhost"):
            await self.app(scope, receive, send)
            return
        asked = {name: values[0] for name, values in parse_qs(scope["query_string"].decode()).items()}
        self.issuer.nonce = asked.get("nonce", "")
        page = f"<!doctype html><title>Issuer</title>{self.links(asked)}"
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        await send({"type": "http.response.body", "body": page.encode()})

    def links(self, asked: dict[str, str]) -> str:
        """The ways back: by a form where a form was asked for, otherwise by links."""
        state, address = asked.get("state", ""), asked.get("redirect_uri", "")
        good = {"code": "c", "state": state}
        bad = {
            "error": "access_denied",
            "error_description": "User is not assigned to the client application.",
            "state": state,
        }
        if asked.get("response_mode") == "form_post":
            fields = "".join(f'<input type="hidden" name="{name}" value="{value}">' for name, value in good.items())
            return f'<form method="post" action="{address}">{fields}<button>Accept</button></form>'
        return f'<a href="{address}?{urlencode(good)}">Accept</a> <a href="{address}?{urlencode(bad)}">Deny</a>'


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """App and issuer on one loopback port; Alice is an administrator of acme."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    issuer = Issuer(f"http://localhost:{port}", Clock())
    http = httpx2.AsyncClient(transport=httpx2.MockTransport(issuer.handle))
    connection = Connection("okta", issuer.url, "client-1", "s")
    acme = Organisation("acme", "acme-7f3", connection=connection, group_roles={"Admins": "admin"})
    origin = f"http://127.0.0.1:{port}"
    configuration = Configuration((Region("us", origin),), (acme,), operator_key="operator")
    site = Site(create_app(configuration, clock=issuer.clock, http=http), issuer, origin)
    # uvicorn's own set-up would hush its logger for every later test of this process.
    server = uvicorn.Server(uvicorn.Config(site, log_config=None, ws="none"))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    yield site
    server.should_exit = True
    thread.join()
    listener.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser without a window: whichever the project finds on this machine."""
    found = find()
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.path if found else None, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(site: Site, chromium: Browser) -> Iterator[Page]:
    """A fresh page; nobody is signed in, and Alice will be an administrator."""
    site.party.reset()
    site.issuer.userinfo = {"groups": ["Admins"]}
    context = chromium.new_context(base_url=site.origin)
    yield context.new_page()
    context.close()
