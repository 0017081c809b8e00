"""A whole world at the production names, for software that knows nothing of this project.

Needs loopback sockets and nothing else; the browser test needs a Chromium as `make setup` finds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random
from types import MappingProxyType
from typing import Any

import httpx2
import pytest

from harness import people
from harness.plain_login import Answer, Client, PlainLogin, Started
from harness.targets.reference import TARGET
from harness.world import World
from mock_idps.core.model import AppRegistration, Person

CUSTOMER = people.organisation("entra", "us")


class Outside:
    """What a stranger's program is given: a proxy, a CA bundle, and what the customer's admin wrote down."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.ca_bundle = str(world.gateway.ca_bundle)
        self.tenant = people.tenant_id(CUSTOMER)
        self.authority = f"https://login.microsoftonline.com/{self.tenant}"
        self.client_id = people.client_id(CUSTOMER)
        self.client_secret = people.client_secret(CUSTOMER)
        self.redirect_uri = CUSTOMER.redirect_uri

    @property
    def app(self) -> AppRegistration:
        """The customer's app registration."""
        found = self.world.services["entra"].directory.app(self.client_id)
        assert found
        return found[1]

    @property
    def alice(self) -> Person:
        """The person who signs in."""
        found = self.world.services["entra"].directory.tenant(self.tenant)
        assert found
        return found.people[0]

    def person_signs_in(self, url: str) -> dict[str, str]:
        """A person follows an authorization request's address; returns the authorization response's parameters."""
        client = httpx2.Client(
            proxy=self.world.gateway.proxy_url, verify=_trust(self.ca_bundle), trust_env=False, timeout=30
        )
        with client:

            def send(method: str, address: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
                client.cookies.clear()
                told = client.request(method, address, headers=dict(headers), content=body)
                cookies = tuple(
                    (it.partition("=")[0], it.partition("=")[2].partition(";")[0])
                    for it in told.headers.get_list("set-cookie")
                )
                return Answer(told.status_code, MappingProxyType(dict(told.headers)), cookies, told.content)

            script = PlainLogin(send, Client(self.client_id, self.client_secret, self.redirect_uri, {}), Random(5))
            return script.sign_in(Started(url, "", "", ""), self.alice.login, people.PASSWORD)


def _trust(ca_bundle: str) -> Any:
    import ssl

    return ssl.create_default_context(cafile=ca_bundle)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """Everything, started once."""
    made = World(TARGET, seed=11).start()
    yield made
    made.stop()


@pytest.fixture
def outside(world: World, monkeypatch: pytest.MonkeyPatch) -> Outside:
    """The world as if just started, seen from outside; programs find it by the usual environment variables."""
    world.reset()
    for name in ("NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, world.gateway.proxy_url)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(world.gateway.ca_bundle))
    return Outside(world)
