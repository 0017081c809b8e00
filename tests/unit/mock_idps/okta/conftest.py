"""A small org of fictional people, and a browser without a screen that signs in there."""

from __future__ import annotations

import base64
import json
import random
import re
from collections.abc import AsyncIterator, Iterator
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

import httpx2
import pytest

from mock_idps.core.keys import KeyFoundry
from mock_idps.core.model import AppRegistration, Directory, Group, Person, Tenant
from mock_idps.core.service import Service
from mock_idps.okta import VENDOR

ORG = "https://globex.okta.com"
CALLBACK = "https://app.pelanor.io/api/auth/callback/okta-globex"
SECRET = "s3cret-of-the-app_with-dashes_and_underscores-0123456789abcdefgh"


class Clock:
    """A clock that a test moves; seconds since 1970."""

    def __init__(self) -> None:
        self.at = 1_790_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture(scope="session")
def foundry() -> Iterator[KeyFoundry]:
    """Key maker for the whole run."""
    made = KeyFoundry()
    yield made
    made.close()


@pytest.fixture(scope="session")
def rings() -> dict[str, Any]:
    """Keys that services of one run share, for a new one costs 40 ms."""
    return {}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def alice() -> Person:
    return Person(
        "alice@globex.example",
        "00u1alice00000000001",
        "Alice Archer",
        "Alice",
        "Archer",
        "alice@globex.example",
        groups=(Group("00g1everyone00000001", "Everyone"), Group("00g1engineer00000002", "Engineering")),
    )


@pytest.fixture
def app() -> AppRegistration:
    return AppRegistration(
        "0oa1pelanor000000001",
        SECRET,
        redirect_uris=(CALLBACK,),
        post_logout_redirect_uris=("https://app.pelanor.io/signed-out",),
        initiate_login_uri="https://app.pelanor.io/api/auth/initiate/okta",
    )


@pytest.fixture
def tenant(alice: Person, app: AppRegistration) -> Tenant:
    return Tenant("00o1globex0000000001", "globex.okta.com", "Globex", people=[alice], apps=[app])


@pytest.fixture
def service(tenant: Tenant, foundry: KeyFoundry, rings: dict[str, Any], clock: Clock) -> Service:
    made = Service(VENDOR, Directory([tenant]), foundry, clock, random.Random(5))
    made.rings = rings
    return made


class Surfer:
    """A browser without a screen: keeps cookies, fills the first form of a page, stops at the app."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self.client = client
        self.page: httpx2.Response | None = None

    async def open(self, url: str) -> httpx2.Response:
        """Go to an address and follow redirects as long as they stay with the vendor."""
        return await self._follow(await self.client.get(url, headers={"Accept": "text/html"}))

    async def submit(self, **typed: str) -> httpx2.Response:
        """Fill the first form of the page and send it; `__` in a name stands for a dot."""
        page = self.current
        form = re.search(r"<form\b.*?</form>", page.text, re.DOTALL)
        assert form is not None, page.text
        action = re.search(r'action="([^"]*)"', form[0])
        fields = {}
        for tag in re.findall(r"<input\b[^>]*>", form[0]):
            attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
            if "name" in attributes and attributes.get("type") not in {"submit", "checkbox"}:
                fields[attributes["name"]] = unescape(attributes.get("value", ""))
        fields |= {name.replace("__", "."): value for name, value in typed.items()}
        target = urljoin(str(page.url), unescape(action[1]) if action else "")
        return await self._follow(await self.client.post(target, data=fields, headers={"Accept": "text/html"}))

    async def sign_in(self, login: str, password: str = "correct horse") -> httpx2.Response:
        """Identifier first, then the password."""
        await self.submit(identifier=login)
        return await self.submit(**{"credentials.passcode": password})

    def text(self, marker: str) -> str:
        """What stands in the element whose tag holds `marker`, without markup."""
        found = re.search(rf"<(\w+)[^>]*{re.escape(marker)}[^>]*>(.*?)</\1>", self.current.text, re.DOTALL)
        assert found is not None, self.current.text
        return unescape(re.sub(r"<[^>]+>", "", found[2])).strip()

    @property
    def current(self) -> httpx2.Response:
        assert self.page is not None, "open a page first"
        return self.page

    async def _follow(self, answer: httpx2.Response) -> httpx2.Response:
        while answer.status_code in {302, 303}:
            target = urljoin(str(answer.url), answer.headers["location"])
            if urlsplit(target).hostname == "app.pelanor.io":
                break
            answer = await self.client.get(target, headers={"Accept": "text/html"})
        self.page = answer
        return answer


@pytest.fixture
async def client(service: Service) -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=service), base_url=ORG) as opened:
        yield opened


@pytest.fixture
def surfer(client: httpx2.AsyncClient) -> Surfer:
    return Surfer(client)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def authorize_url(base: str = f"{ORG}/oauth2", **changed: str | None) -> str:
    """An authorization request as the app sends it; None drops a parameter."""
    parameters: dict[str, str | None] = {
        "client_id": "0oa1pelanor000000001",
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "openid profile email",
        "state": "a-state",
        "nonce": "a-nonce",
    }
    query = httpx2.QueryParams({k: v for k, v in (parameters | changed).items() if v is not None})
    return f"{base}/v1/authorize?{query}"


def told(answer: httpx2.Response) -> dict[str, str]:
    """The parameters that went back to the app, in their order."""
    target = urlsplit(answer.headers["location"])
    return dict(parse_qsl(target.query or target.fragment))


async def login(surfer: Surfer, **changed: str | None) -> dict[str, str]:
    """Alice signs in; the parameters that went back to the app."""
    await surfer.open(authorize_url(**changed))
    return told(await surfer.sign_in("alice@globex.example"))


async def redeem(client: httpx2.AsyncClient, code: str, **changed: Any) -> httpx2.Response:
    """Exchange a code as the app does; None drops a form parameter, `path`, `auth` and `headers` are the request's own."""
    path = changed.pop("path", "/oauth2/v1/token")
    auth = changed.pop("auth", ("0oa1pelanor000000001", SECRET))
    headers = changed.pop("headers", {})
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK} | changed
    data = {name: value for name, value in form.items() if value is not None}
    return await client.post(path, data=data, auth=auth, headers=headers)


def unpacked(token: str, part: int = 1) -> dict[str, Any]:
    """The claims (or with 0 the header) of a compact token, unchecked."""
    raw = token.split(".")[part]
    made: dict[str, Any] = json.loads(base64.urlsafe_b64decode(raw + "=" * (-len(raw) % 4)))
    return made
