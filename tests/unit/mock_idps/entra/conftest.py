"""Three tenants of fictional people, and a browser without a screen that signs in there."""

from __future__ import annotations

import asyncio
import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from random import Random
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import httpx2
import pytest

from mock_idps.core.keys import KeyFoundry
from mock_idps.core.model import AppRegistration, Directory, Group, Person, Tenant
from mock_idps.core.service import Service
from mock_idps.entra import VENDOR

LOGIN = "https://login.microsoftonline.com"
ACME, GLOBEX, GOV = (f"{number}1111111-1111-4111-8111-111111111111" for number in (1, 2, 3))
CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad"
WEB, MULTI = (f"{letter}aaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa" for letter in "ab")
SECRET = "s3cret~of_the.app-"
CALLBACK = "https://app.pelanor.io/api/auth/callback/entra-acme"
PASSWORD = "correct horse"
NOW = 1_790_000_000


def oid(number: int) -> str:
    """An object id."""
    return f"0000000{number}-0000-4000-8000-000000000000"


class Clock:
    """A clock that a test moves; seconds since 1970."""

    def __init__(self) -> None:
        self.at = float(NOW)

    def __call__(self) -> float:
        return self.at


def people() -> Directory:
    """The directory, fresh."""
    web = AppRegistration(
        WEB,
        SECRET,
        redirect_uris=(CALLBACK,),
        frontchannel_logout_uri="https://app.pelanor.io/logout/front",
        initiate_login_uri="https://app.pelanor.io/start",
    )
    multi = AppRegistration(
        MULTI, SECRET, redirect_uris=(CALLBACK,), settings={"sign_in_audience": "AzureADMultipleOrgs"}
    )
    alice = Person("alice@acme.example", oid(1), "Alice Anders", "Alice", "Anders", "Alice.Anders@acme.example")
    bob = Person("bob@acme.example", oid(2), "Bob Berg", "Bob", "Berg")
    guest = Person(
        "gwen@globex.example", oid(3), "Gwen Guest", email="gwen@globex.example", attributes={"home_tenant": GLOBEX}
    )
    gwen = Person("gwen@globex.example", oid(4), "Gwen Guest", "Gwen", "Guest", "gwen@globex.example")
    mallory = Person("mallory@globex.example", oid(5), "Mallory", email="alice.anders@acme.example")
    carol = Person("carol@outlook.example", oid(6), "Carol", email="carol@outlook.example")
    gustav = Person("gustav@gov.example", oid(7), "Gustav")
    return Directory(
        [
            Tenant(ACME, "acme.example", "Acme", people=[alice, bob, guest], apps=[web, multi]),
            Tenant(GLOBEX, "globex.example", "Globex", people=[gwen, mallory]),
            Tenant(CONSUMERS, "outlook.example", "Personal accounts", people=[carol]),
            Tenant(GOV, "gov.example", "Agency", people=[gustav], settings={"cloud": "us_gov"}),
        ]
    )


@dataclass
class Visitor:
    """A browser and an app's back channel in one: sends, follows forms, never redirects by itself."""

    service: Service
    loop: asyncio.AbstractEventLoop
    clock: Clock
    client: httpx2.AsyncClient = field(init=False)
    last: httpx2.Response = field(init=False)

    def __post_init__(self) -> None:
        self.client = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=self.service))

    def send(self, method: str, url: str, **over: Any) -> httpx2.Response:
        """One request; a path is one of the sign-in host."""
        address = urljoin(LOGIN, url)
        self.last = self.loop.run_until_complete(self.client.request(method, address, **over))
        return self.last

    def get(self, url: str, **over: Any) -> httpx2.Response:
        """A GET."""
        return self.send("GET", url, **over)

    def authorize(self, tenant: str = ACME, *, version: str = "/v2.0", **over: str | None) -> httpx2.Response:
        """An authorization request; None leaves a parameter out."""
        asked = {
            "client_id": WEB,
            "response_type": "code",
            "redirect_uri": CALLBACK,
            "scope": "openid profile email",
            "state": "st",
            "nonce": "no",
        } | over
        query = urlencode({name: value for name, value in asked.items() if value is not None})
        return self.get(f"/{tenant}/oauth2{version}/authorize?{query}")

    def fields(self) -> dict[str, str]:
        """The hidden fields of the page in front."""
        found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.last.text)
        return {name: unescape(value) for name, value in found}

    def submit(self, **typed: str) -> httpx2.Response:
        """Submit the page in front with what a person typed and pressed."""
        action = re.search(r'<form[^>]* action="([^"]+)"', self.last.text)
        assert action, self.last.text
        return self.send("POST", unescape(action[1]), data=self.fields() | typed)

    def gives(self, login: str = "alice@acme.example", password: str = PASSWORD) -> httpx2.Response:
        """User name, Next, password, Sign in."""
        self.submit(loginfmt=login)
        return self.submit(loginfmt=login, passwd=password)

    def signs_in(self, login: str = "alice@acme.example", **over: str | None) -> dict[str, str]:
        """A whole sign-in; returns the authorization response's parameters."""
        self.authorize(**over)
        self.gives(login)
        if "KmsiDescription" in self.last.text:
            self.submit()
        return self.answer()

    def answer(self) -> dict[str, str]:
        """The parameters of the redirect in front."""
        assert self.last.status_code == 302, self.last.text
        parts = urlsplit(self.last.headers["location"])
        return dict(parse_qsl(parts.query or parts.fragment))

    def redeem(self, code: str, tenant: str = ACME, *, version: str = "/v2.0", **over: Any) -> httpx2.Response:
        """A token request by client_secret_post; None leaves a parameter out."""
        headers = over.pop("headers", {})
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": CALLBACK,
            "client_id": WEB,
            "client_secret": SECRET,
        } | over
        form = {name: value for name, value in form.items() if value is not None}
        return self.send("POST", f"/{tenant}/oauth2{version}/token", data=form, headers=headers)

    def tokens(self, login: str = "alice@acme.example", **over: str | None) -> dict[str, Any]:
        """A whole login; returns the token answer."""
        answer = self.signs_in(login, **over)
        told: dict[str, Any] = self.redeem(answer["code"], client_id=over.get("client_id", WEB)).json()
        return told

    def id_token(self, login: str = "alice@acme.example", **over: str | None) -> dict[str, Any]:
        """A whole login; returns the claims of the ID token, in wire order."""
        return part(self.tokens(login, **over)["id_token"], 1)

    def person(self, login: str = "alice@acme.example") -> Person:
        """Somebody of Acme."""
        found = self.service.directory.tenants[0].person(login)
        assert found
        return found

    @property
    def tenant(self) -> Tenant:
        """Acme."""
        return self.service.directory.tenants[0]

    @property
    def app(self) -> AppRegistration:
        """The single-tenant web app."""
        return self.tenant.apps[0]

    @property
    def heading(self) -> str:
        """The page's heading."""
        found = re.search(r"<h1[^>]*>([^<]*)</h1>", self.last.text)
        return unescape(found[1]) if found else ""

    @property
    def alert(self) -> str:
        """The page's error."""
        found = re.search(r'role="alert"[^>]*>([^<]*)<', self.last.text)
        return unescape(found[1]) if found else ""


def part(token: str, index: int) -> dict[str, Any]:
    """Header (0) or claims (1) of a compact token."""
    raw = token.split(".")[index]
    told: dict[str, Any] = json.loads(base64.urlsafe_b64decode(raw + "=" * (-len(raw) % 4)))
    return told


@pytest.fixture(scope="session")
def running() -> Iterator[tuple[Service, asyncio.AbstractEventLoop, Clock]]:
    """One service for the whole run, for keys cost time."""
    loop, foundry, clock = asyncio.new_event_loop(), KeyFoundry(), Clock()
    service = Service(VENDOR, people(), foundry, clock, Random(7))
    VENDOR.prepare(service)
    yield service, loop, clock
    foundry.close()
    loop.close()


@pytest.fixture
def visitor(running: tuple[Service, asyncio.AbstractEventLoop, Clock]) -> Iterator[Visitor]:
    """An empty browser, and the service as if just started."""
    service, loop, clock = running
    clock.at = float(NOW)
    service.reset(people())
    made = Visitor(service, loop, clock)
    yield made
    loop.run_until_complete(made.client.aclose())


def groups(count: int) -> tuple[Group, ...]:
    """So many groups."""
    return tuple(Group(f"{number:08d}-0000-4000-8000-000000000000", f"Group {number}") for number in range(count))
