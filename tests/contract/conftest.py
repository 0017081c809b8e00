"""Issuers without a network: a script talks to a vendor's surface in this process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from http.cookies import SimpleCookie
from random import Random

import httpx2
import pytest

from harness import people
from harness.plain_login import Answer, Client, PlainLogin
from mock_idps import catalogue
from mock_idps.core.keys import KeyFoundry
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


class Case:
    """One vendor's running service, and one customer of it."""

    def __init__(self, service: Service, customer: people.Organisation, send: InProcessSend) -> None:
        self.service = service
        self.customer = customer
        self.send = send
        self.issuer = people.issuer(customer)
        self.discovery = self.get(self.issuer.removesuffix("/") + "/.well-known/openid-configuration").json()

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
        return PlainLogin(self.send, Client(discovery=self.discovery, **known), Random(5))

    def login(self, person: str = "alice") -> str:
        """A person's user name."""
        return people.login(person, self.customer)


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """One event loop for all of a run's issuers."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def foundry() -> Iterator[KeyFoundry]:
    """One foundry for all of a run's issuers."""
    foundry = KeyFoundry()
    yield foundry
    foundry.close()


@pytest.fixture(scope="session")
def services(foundry: KeyFoundry) -> dict[str, Service]:
    """Every vendor that has customers, running; keys are kept over the whole run."""
    return {
        name: Service(catalogue.vendors()[name], directory, foundry, time.time, Random(3))
        for name, directory in people.directories().items()
        if name in catalogue.vendors()
    }


@pytest.fixture
def running(services: dict[str, Service], loop: asyncio.AbstractEventLoop) -> Callable[[str, str], Case]:
    """A vendor's service as if just started, with its customer of a region."""

    def start(idp: str, region: str) -> Case:
        service = services[idp]
        service.reset(people.directories()[idp])
        return Case(service, people.organisation(idp, region), InProcessSend(service, loop))

    return start
