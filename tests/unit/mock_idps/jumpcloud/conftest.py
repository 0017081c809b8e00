"""One organisation at JumpCloud, an app, a few people, and a browser that walks the console's pages by their names."""

from __future__ import annotations

import asyncio
import base64
import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from html import unescape
from random import Random
from typing import Any, ClassVar
from urllib.parse import parse_qsl, quote_plus, urljoin, urlsplit

import httpx2
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from mock_idps.core.keys import KeyFoundry
from mock_idps.core.model import AppRegistration, Directory, Group, Person, Tenant
from mock_idps.core.service import Service
from mock_idps.jumpcloud import VENDOR

ISSUER = "https://oauth.id.jumpcloud.com"
CONSOLE = "https://console.jumpcloud.com"
CALLBACK = "https://app.example/api/auth/callback/jumpcloud-initech"
PASSWORD = "correct horse"
VERIFIER = "a-code-verifier-of-exactly-forty-three-char"
CHALLENGE = "fh8BQYadm_JBcT3BKMp_B0JFRJ3NBqq2yaaISZdM8fg"
START = 1_800_000_000.0
ON_THE_WAY = {301, 302, 303}


class SmallFoundry(KeyFoundry):
    """Hands out a few short keys made once: these tests are not about key lengths."""

    made: list[rsa.RSAPrivateKey] = []  # noqa: RUF012 - shared on purpose

    def __init__(self) -> None:
        super().__init__()
        self.ordered: list[int] = []

    def order(self, bits: int) -> Future[rsa.RSAPrivateKey]:
        """The next key; the length asked for is noted."""
        self.ordered.append(bits)
        if len(self.made) < len(self.ordered):
            self.made.append(rsa.generate_private_key(65537, 2048))
        done: Future[rsa.RSAPrivateKey] = Future()
        done.set_result(self.made[len(self.ordered) - 1])
        return done


@dataclass
class Clock:
    """A clock that moves only when told."""

    now: float = START

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


@dataclass
class Browser:
    """A browser: cookies, redirects within jumpcloud.com, and one page at a time."""

    service: Service
    runner: asyncio.Runner
    client: httpx2.AsyncClient = field(init=False)
    hops: list[httpx2.Response] = field(default_factory=list)
    page: httpx2.Response | None = None

    def __post_init__(self) -> None:
        self.client = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=self.service))

    def send(self, method: str, url: str, **arguments: Any) -> httpx2.Response:
        """One request, no redirect followed."""
        return self.runner.run(self.client.request(method, url, **arguments))

    def open(self, url: str, method: str = "GET", **arguments: Any) -> httpx2.Response:
        """Go there, and follow redirects until a page shows or the way leads out of jumpcloud.com."""
        answer = self.send(method, url, **arguments)
        self.hops = [answer]
        while answer.status_code in ON_THE_WAY and _at_jumpcloud(answer.headers["location"]):
            answer = self.send("GET", urljoin(str(answer.url), answer.headers["location"]))
            self.hops.append(answer)
        self.page = answer
        return answer

    @property
    def text(self) -> str:
        """The page in front."""
        assert self.page is not None
        return unescape(self.page.text)

    @property
    def at(self) -> str:
        """Host and path of the page in front."""
        assert self.page is not None
        url = urlsplit(str(self.page.url))
        return f"{url.hostname}{url.path}"

    @property
    def asked(self) -> dict[str, str]:
        """The query of the page in front."""
        assert self.page is not None
        return dict(parse_qsl(urlsplit(str(self.page.url)).query, keep_blank_values=True))

    def submit(self, **fields: str) -> httpx2.Response:
        """Fill in and submit the form of the page in front that has these fields."""
        assert self.page is not None
        form = next(
            it
            for it in re.findall(r"<form.*?</form>", self.page.text, re.DOTALL)
            if all(f'name="{name}"' in it for name in fields)
        )
        action = re.search(r'action="([^"]*)"', form)
        there = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form))
        target = urljoin(str(self.page.url), unescape(action.group(1)) if action else "")
        return self.open(target, "POST", data={name: unescape(value) for name, value in there.items()} | fields)

    def signs_in(self, login: str = "ada@initech.example", password: str = PASSWORD) -> httpx2.Response:
        """E-mail, then password."""
        self.submit(email=login)
        return self.submit(password=password)


def _at_jumpcloud(url: str) -> bool:
    host = urlsplit(url).hostname
    return host is None or host.endswith(".jumpcloud.com")


@dataclass
class Org:
    """Everything of one organisation, and the app's side of a login."""

    service: Service
    tenant: Tenant
    app: AppRegistration
    ada: Person
    clock: Clock
    browser: Browser
    new_browser: Callable[[], Browser]

    def request(self, **changes: str | None) -> dict[str, str]:
        """A good authorization request, with parameters changed (None: left out)."""
        good = {
            "client_id": self.app.client_id,
            "redirect_uri": CALLBACK,
            "response_type": "code",
            "scope": "openid email profile",
            "state": "state-of-the-app",
            "nonce": "nonce-of-the-app",
        }
        return {name: value for name, value in (good | changes).items() if value is not None}

    def begins(self, browser: Browser | None = None, **changes: str | None) -> httpx2.Response:
        """Open the authorization endpoint in the browser."""
        return (browser or self.browser).open(f"{ISSUER}/oauth2/auth", params=self.request(**changes))

    def signs_in(self, **changes: str | None) -> dict[str, str]:
        """A whole login of Ada; what came back to the app."""
        answer = self.begins(**changes)
        return self.told(answer if answer.status_code in ON_THE_WAY else self.browser.signs_in())

    def code(self, **changes: str | None) -> str:
        """A fresh code."""
        return self.signs_in(**changes)["code"]

    def post(self, path: str, form: dict[str, str], **arguments: Any) -> httpx2.Response:
        """The app's back channel, by its own client: no cookies there."""
        return self.new_browser().send("POST", f"{ISSUER}{path}", data=form, **arguments)

    def redeems(self, code: str, **changes: str | None) -> httpx2.Response:
        """Redeem a code with Basic credentials, with form fields changed (None: left out)."""
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK} | changes
        return self.post("/oauth2/token", _without_none(form), auth=self.basic)

    def refreshes(self, token: str) -> httpx2.Response:
        """Refresh with Basic credentials."""
        return self.post("/oauth2/token", {"grant_type": "refresh_token", "refresh_token": token}, auth=self.basic)

    def tokens(self, **changes: str | None) -> dict[str, Any]:
        """The answer of a whole login."""
        answer: dict[str, Any] = self.redeems(self.code(**changes)).json()
        return answer

    def claims(self, **changes: str | None) -> dict[str, Any]:
        """The ID token of a whole login, decoded but not verified."""
        return self.payload(self.tokens(**changes)["id_token"])

    def userinfo(self, token: str, **arguments: Any) -> httpx2.Response:
        """Ask userinfo."""
        return self.new_browser().send(
            "GET", f"{ISSUER}/userinfo", headers={"Authorization": f"Bearer {token}"}, **arguments
        )

    @property
    def basic(self) -> tuple[str, str]:
        """The app's credentials, form-encoded as RFC 6749, 2.3.1 asks."""
        return quote_plus(self.app.client_id), quote_plus(self.app.client_secret)

    challenge: ClassVar[dict[str, str]] = {"code_challenge": CHALLENGE, "code_challenge_method": "S256"}
    verifier: ClassVar[str] = VERIFIER
    issuer: ClassVar[str] = ISSUER
    console: ClassVar[str] = CONSOLE

    @staticmethod
    def payload(token: str) -> dict[str, Any]:
        """The claims of a compact JWS, unverified."""
        part = token.split(".")[1]
        claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        return claims

    @staticmethod
    def told(answer: httpx2.Response) -> dict[str, str]:
        """The parameters that a redirect carries to the app."""
        location = answer.headers["location"]
        assert urlsplit(location).hostname == urlsplit(CALLBACK).hostname, location
        return dict(parse_qsl(urlsplit(location).query, keep_blank_values=True))

    @staticmethod
    def posted(answer: httpx2.Response) -> dict[str, str]:
        """The parameters of a page that posts itself to the app."""
        assert f'action="{CALLBACK}"' in answer.text, answer.text
        found = re.findall(r'name="([^"]+)" value="([^"]*)"', answer.text)
        return {name: unescape(value) for name, value in found}

    def another_app(self, client_id: str = "22222222-2222-4222-8222-222222222222") -> AppRegistration:
        """A second app of the same organisation."""
        other = AppRegistration(client_id, "other secret", redirect_uris=(CALLBACK,))
        self.tenant.apps.append(other)
        return other


def _without_none(form: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in form.items() if value is not None}


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    """One event loop per test."""
    with asyncio.Runner() as it:
        yield it


@pytest.fixture
def org(runner: asyncio.Runner) -> Org:
    """Initech, in the US region, with Ada in two groups."""
    groups = (Group("5e2761aaaaaaaaaaaaaaaaa1", "Engineering"), Group("5e2761aaaaaaaaaaaaaaaaa2", "Admin"))
    ada = Person(
        login="ada@initech.example",
        id="5e276189c54d3827769d019c",
        name="Ada Lovelace",
        given_name="Ada",
        family_name="Lovelace",
        email="ada@initech.example",
        password=PASSWORD,
        groups=groups,
    )
    app = AppRegistration(
        "11111111-1111-4111-8111-111111111111",
        "s3cret with + and %",
        redirect_uris=(CALLBACK,),
        post_logout_redirect_uris=("https://app.example/signed-out",),
        initiate_login_uri="https://app.example/start",
        auth_method="client_secret_basic",
    )
    tenant = Tenant("7778e57842cd2850567c09b9", "initech.example", "Initech", "us", [ada], [app])
    clock = Clock()
    service = Service(VENDOR, Directory([tenant]), SmallFoundry(), clock, Random(7))
    return Org(service, tenant, app, ada, clock, Browser(service, runner), lambda: Browser(service, runner))
