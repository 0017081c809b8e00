"""A browser that runs elsewhere, under Playwright's run-server, and reaches the gateway through its connection to us.

Sources: https://playwright.dev/python/docs/api/class-browsertype#browser-type-connect (exposeNetwork);
Chromium, net/base/host_mapping_rules.h (--host-rules: names are mapped before a proxy is asked).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from harness.command import BadInput

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

    from harness.gateway.gateway import Gateway


def connect(playwright: Playwright, gateway: Gateway, address: str) -> Browser:
    """The browser behind `address` ("ws://host:port/"), started for us so that the run's names lead to this machine.

    Raises:
        BadInput: Nobody answers there.
    """
    options = {"args": _arguments(gateway.chromium_arguments()), "headless": True}
    try:
        return playwright.chromium.connect(
            address, headers={"x-playwright-launch-options": json.dumps(options)}, expose_network="<loopback>"
        )
    except Error as error:
        reason = error.message.partition("\n")[0]
        raise BadInput(
            f'no browser at "{address}" ({reason}); start one there: playwright run-server --port 3000 --path /'
        ) from None


def _arguments(local: list[str]) -> list[str]:
    """The arguments of a local browser, but names are mapped before the tunnel to us, which stands in for the resolver."""
    mapping = "--host-resolver-rules="
    return [
        word.replace(mapping, "--host-rules=").replace(", MAP * ~NOTFOUND", "") if word.startswith(mapping) else word
        for word in local
        if word != "--no-proxy-server"
    ]
