"""A browser that runs elsewhere, under Playwright's run-server, and reaches the gateway through its connection to us.

Everything it asks for comes to this machine's end of the connection, Playwright's driver, which dials for it. There
names of the run lead to the gateway and all others nowhere (harness/tunnel.cjs): nothing needs to resolve elsewhere.
Sources: https://playwright.dev/python/docs/api/class-browsertype#browser-type-connect (exposeNetwork);
Node.js, "Command-line API", --require and NODE_OPTIONS.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.async_api import async_playwright
from playwright.sync_api import Error
from starlette.responses import PlainTextResponse

from harness.command import BadInput
from harness.gateway.gateway import Gateway

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

_PATIENCE = 15_000  # milliseconds until the browser, or its first page, must be there
_LONGEST = 200  # characters of what Playwright says
_START = 'start one there with "playwright run-server --unsafe --host 127.0.0.1 --port 3000"'
_PROBE = "rehearsal.example"  # nobody's name (RFC 2606, 2)
_HOOK = Path(__file__).with_name("tunnel.cjs")
_FRAME = re.compile("[\u2550-\u256c]+")  # Playwright draws boxes around its longer sentences
_OF_THIS_MACHINE = ("--host-resolver-rules=", "--no-proxy-server", "--proxy-server=")


@contextmanager
def tunnel(gateway: Gateway) -> Iterator[None]:
    """Playwright's driver, if started inside the block, dials the gateway for a browser elsewhere."""
    before = {name: os.environ.get(name) for name in ("NODE_OPTIONS", "SSO_HARNESS_TUNNEL")}
    os.environ["NODE_OPTIONS"] = f'{before["NODE_OPTIONS"] or ""} --require "{_HOOK}"'.strip()
    os.environ["SSO_HARNESS_TUNNEL"] = json.dumps({"names": gateway.names, "port": gateway.tls_port})
    try:
        yield
    finally:
        for name, value in before.items():
            del os.environ[name]
            if value is not None:
                os.environ[name] = value


def connect(playwright: Playwright, gateway: Gateway, address: str) -> Browser:
    """The browser behind `address` ("ws://host:port/"), by a `playwright` that was started in the `tunnel`.

    Raises:
        BadInput: Nobody answers there, or not as we need it.
    """
    try:
        return playwright.chromium.connect(address, **_options(gateway))
    except Error as error:
        raise _no_browser(address, error) from None


def see_that_it_works(address: str) -> None:
    """Have the browser behind `address` open a page of this machine, before a hundred scenarios fail for want of it.

    Raises:
        BadInput: It cannot; one line says why, and the way out.
    """
    asyncio.run(_try(address))


async def _try(address: str) -> None:
    here = {_PROBE: PlainTextResponse("here")}
    async with Gateway(here.get, here) as gateway:
        with tunnel(gateway):
            driver = async_playwright()
            playwright = await driver.start()
        try:
            browser = await playwright.chromium.connect(address, **_options(gateway))
            page = await browser.new_page()
            await page.goto(f"https://{_PROBE}/", timeout=_PATIENCE)
            await browser.close()
        except Error as error:
            raise _no_browser(address, error) from None
        finally:
            await playwright.stop()


def _options(gateway: Gateway) -> dict[str, Any]:
    arguments = [word for word in gateway.chromium_arguments() if not word.startswith(_OF_THIS_MACHINE)]
    return {
        "headers": {"x-playwright-launch-options": json.dumps({"args": arguments, "headless": True})},
        "expose_network": "*",
        "timeout": _PATIENCE,
    }


def _no_browser(address: str, error: Error) -> BadInput:
    """Playwright's words in one line, without the frame and the log around them, and the way out."""
    words = _FRAME.sub(" ", error.message.partition("Call log:")[0]).partition("If you are")[0]
    reason = textwrap.shorten(words.partition(": ")[2] or words, _LONGEST, placeholder="…")
    if "ERR_CERT" in error.message:
        return BadInput(f'the browser at "{address}" takes no arguments from us; {_START}')
    way_out = "have the same version of Playwright on both sides" if "version mismatch" in error.message else _START
    return BadInput(f'no browser at "{address}" ({reason}); {way_out}')
