"""An issuer in this process, asked by script: no network, no browser, no gateway."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from http.cookies import SimpleCookie
from random import Random
from typing import TYPE_CHECKING, Any

import httpx2

from harness import people
from harness.plain_login import Answer, Client, PlainLogin, Started

if TYPE_CHECKING:
    from mock_idps.core.service import Service


class InProcessSend:
    """Sends every request straight to a vendor's ASGI surface; follows nothing by itself."""

    def __init__(self, service: Service, loop: asyncio.AbstractEventLoop) -> None:
        self._client = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=service), follow_redirects=False)
        self._loop = loop

    def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
        """Send, and read the whole answer."""
        self._client.cookies.clear()
        response = self._loop.run_until_complete(self._client.request(method, url, headers=dict(headers), content=body))
        cookies: list[tuple[str, str]] = []
        for line in response.headers.get_list("set-cookie"):
            morsels: SimpleCookie = SimpleCookie(line)
            cookies += [(it.key, "" if it["max-age"] == "0" else it.value) for it in morsels.values()]
        return Answer(response.status_code, dict(response.headers), tuple(cookies), response.content)


class Probe:
    """One vendor's running service, and one customer of it."""

    def __init__(self, service: Service, customer: people.Organisation, loop: asyncio.AbstractEventLoop) -> None:
        self.service = service
        self.customer = customer
        self.send = InProcessSend(service, loop)
        self.issuer = people.issuer(customer)
        self.discovery: dict[str, Any] = self.get(
            f"{self.issuer.removesuffix('/')}/.well-known/openid-configuration"
        ).json()

    def get(self, url: str) -> Answer:
        """A GET without cookies."""
        return self.send("GET", url, {"Accept": "text/html,application/json"}, None)

    def script(self, **over: str) -> PlainLogin:
        """A fresh script for the customer's app."""
        known = {
            "client_id": people.client_id(self.customer),
            "client_secret": people.client_secret(self.customer),
            "redirect_uri": self.customer.redirect_uri,
        } | over
        return PlainLogin(self.send, Client(discovery=self.discovery, **known), Random(5))  # noqa: S311 - repeatable

    def login(self, person: str = "alice") -> str:
        """A person's user name."""
        return people.login(person, self.customer)

    def tokens(self, person: str = "alice") -> tuple[Started, dict[str, Any]]:
        """A whole login: what was begun, and the token response."""
        script = self.script()
        started = script.start()
        answer = script.sign_in(started, self.login(person), people.PASSWORD)
        tokens: dict[str, Any] = script.redeem(answer["code"], started).json()
        return started, tokens


Running = Callable[[str, str], Probe]
"""Gives a probe of the customer of an IdP and a region, in a service as if just started."""
