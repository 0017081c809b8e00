"""A browser, a clock and a scripted issuer: all a relying party needs to be looked at, without any network."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import httpx2
import pytest
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from harness.reference_rp.app import create_app
from harness.reference_rp.configuration import Configuration, Connection, Member, Organisation, Region

US, EU = "https://app.pelanor.io", "https://app-eu.pelanor.io"
TID = "8f4b1f6e-3d0c-4a55-9a57-0d5a3c1f2b10"
START = 1_900_000_000.0

KEY = RSAKey.generate_key(2048, {"kid": "k1", "use": "sig"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "k2", "use": "sig"})
STRANGER = RSAKey.generate_key(2048, {"kid": "k1", "use": "sig"})
EC_KEY = ECKey.generate_key("P-256", {"kid": "e1", "use": "sig"})


class Clock:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        """The time, in seconds since the epoch."""
        return self.now


@dataclass
class Issuer:
    """One issuer's answers, each of them open to being changed by a test.

    `claims`, `userinfo`, `metadata` and `token` override single members (None removes one); `answers` replaces a whole
    answer by path.
    """

    url: str
    clock: Clock
    client_id: str = "client-1"
    key: RSAKey = field(default_factory=lambda: KEY)
    published: list[Any] = field(default_factory=lambda: [KEY])
    header: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    token: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Callable[[httpx2.Request], httpx2.Response]] = field(default_factory=dict)
    requests: list[httpx2.Request] = field(default_factory=list)
    nonce: str = ""
    id_token: str | None = None

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        """Answer one request of the back channel."""
        self.requests.append(request)
        name = request.url.path.rsplit("/", 1)[-1]
        if name in self.answers:
            return self.answers[name](request)
        answers = {
            "openid-configuration": self.document,
            "keys": lambda: {"keys": [key.as_dict(private=False) for key in self.published]},
            "token": self.tokens,
            "userinfo": self.person,
        }
        return httpx2.Response(200, json=answers[name]()) if name in answers else httpx2.Response(404)

    def calls(self, name: str) -> list[httpx2.Request]:
        """The requests whose path ends in `name`."""
        return [request for request in self.requests if request.url.path.endswith(name)]

    def form(self, name: str = "token") -> dict[str, str]:
        """The form of the last request to `name`."""
        return dict(parse_qsl(self.calls(name)[-1].content.decode()))

    def document(self) -> dict[str, Any]:
        """The metadata."""
        base = self.url.rstrip("/")
        return _with(
            {
                "issuer": self.url,
                "authorization_endpoint": f"{base}/authorize",
                "token_endpoint": f"{base}/token",
                "userinfo_endpoint": f"{base}/userinfo",
                "jwks_uri": f"{base}/keys",
                "end_session_endpoint": f"{base}/logout",
            },
            self.metadata,
        )

    def tokens(self) -> dict[str, Any]:
        """The token endpoint's answer."""
        return _with(
            {
                "token_type": "Bearer",
                "access_token": "at-secret",
                "expires_in": 3600,
                "id_token": self.id_token or self.signed(),
            },
            self.token,
        )

    def signed(self) -> str:
        """The ID token."""
        now = int(self.clock())
        claims = {
            "iss": self.url,
            "sub": "alice-1",
            "aud": self.client_id,
            "iat": now,
            "exp": now + 3600,
            "nonce": self.nonce,
            "tid": TID,
            "oid": "oid-alice",
        }
        header = {"alg": "RS256", "kid": self.key.kid, **self.header}
        header = {name: value for name, value in header.items() if value is not None}
        return jwt.encode(header, _with(claims, self.claims), self.key, algorithms=[header["alg"]])

    def person(self) -> dict[str, Any]:
        """Userinfo."""
        alice = {"sub": "alice-1", "email": "alice@acme.test", "email_verified": True, "name": "Alice", "groups": []}
        return _with(alice, self.userinfo)


def _with(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in {**base, **changes}.items() if value is not None}


class Browser:
    """A browser with its own cookies that follows nothing by itself."""

    def __init__(self, app: FastAPI, run: asyncio.Runner) -> None:
        self._run = run
        self.client = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=US)

    def get(self, url: str, **kwargs: Any) -> httpx2.Response:
        """GET `url`; relative ones go to the US region."""
        return self._run.run(self.client.get(url, **kwargs))

    def post(self, url: str, data: dict[str, str] | None = None, **kwargs: Any) -> httpx2.Response:
        """POST a form."""
        return self._run.run(self.client.post(url, data=data or {}, **kwargs))

    def me(self, origin: str = US) -> dict[str, Any]:
        """What the app says of who is signed in."""
        return dict(self.get(f"{origin}/api/me").json())

    def signed_in(self, origin: str = US) -> bool:
        """Whether somebody is signed in."""
        return bool(self.me(origin)["signed_in"])


@dataclass
class Stage:
    """A relying party, its issuers and a first browser."""

    app: FastAPI
    clock: Clock
    issuers: dict[str, Issuer]
    run: asyncio.Runner

    def __post_init__(self) -> None:
        self.party = self.app.state.reference_rp
        self.browser = self.new_browser()

    def new_browser(self) -> Browser:
        """Another browser."""
        return Browser(self.app, self.run)

    @property
    def issuer(self) -> Issuer:
        """Acme's issuer."""
        return self.issuers["acme"]

    def change(self, name: str, **changes: Any) -> None:
        """Change the connection of one organisation."""
        self.change_organisation(
            name,
            lambda each: replace(each, connection=replace(each.connection, **changes)),  # type: ignore[type-var] # all have one
        )

    def change_organisation(self, name: str, change: Callable[[Organisation], Organisation]) -> None:
        """Change one organisation."""
        configuration = self.party.configuration
        changed = tuple(change(each) if each.name == name else each for each in configuration.organisations)
        self.party.reconfigure(replace(configuration, organisations=changed))

    def begin(
        self, organisation: str = "acme", browser: Browser | None = None, origin: str = US, return_to: str = ""
    ) -> dict[str, str]:
        """Type the organisation's name; the parameters of the authorization request that follows."""
        response = (browser or self.browser).post(
            f"{origin}/sign-in/organisation", {"organisation": organisation, "return_to": return_to}
        )
        assert response.status_code == 303, response.text
        return self.asked(response)

    def asked(self, response: httpx2.Response) -> dict[str, str]:
        """The authorization request in a redirect; the issuer remembers its nonce, as issuers do."""
        url = urlsplit(response.headers["location"])
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        assert all(len(values) == 1 for values in parse_qs(url.query).values())
        for issuer in self.issuers.values():
            issuer.nonce = asked.get("nonce", "")
        return asked

    def answer(self, asked: dict[str, str], browser: Browser | None = None, **changes: str | None) -> httpx2.Response:
        """Bring the issuer's answer to the callback; `changes` alter its parameters, None removes one."""
        query = _with({"code": "code-1", "state": asked["state"]}, changes)
        return (browser or self.browser).get(f"{asked['redirect_uri']}?{urlencode(query)}")

    def sign_in(
        self, organisation: str = "acme", browser: Browser | None = None, **changes: str | None
    ) -> httpx2.Response:
        """A whole login."""
        return self.answer(self.begin(organisation, browser), browser, **changes)


def check_of(response: httpx2.Response) -> str:
    """The check that a page says has refused."""
    text = response.text
    return text.partition('data-check="')[2].partition('"')[0]


@pytest.fixture
def refused_by() -> Callable[[httpx2.Response], str]:
    """Reads the refusing check off a page."""
    return check_of


@pytest.fixture(scope="session")
def runner() -> Iterator[asyncio.Runner]:
    """One event loop for all."""
    with asyncio.Runner() as run:
        yield run


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


def organisations() -> tuple[Organisation, ...]:
    """Acme and Acme EU (Okta), Globex (Entra), Initech (JumpCloud)."""
    okta = Connection("okta", "https://acme.okta.com", "client-1", "s3cret:%+&/ é")
    entra = Connection("entra", f"https://login.microsoftonline.com/{TID}/v2.0", "client-1", "s3cret")
    jumpcloud = Connection(
        "jumpcloud", "https://oauth.id.jumpcloud.com/", "client-1", "s3cret", auth_method="client_secret_post"
    )
    return (
        Organisation(
            "acme", "acme-7f3", connection=okta, display_name="Acme Ltd",
            members=(Member("Bob@Acme.test", "admin"), Member("carol@acme.test", status="disabled")),
            group_roles={"Admins": "admin"},
        ),
        Organisation("acme-eu", "acme-eu", "eu", connection=replace(okta, issuer="https://acme-eu.okta.com")),
        Organisation("globex", "globex", connection=entra, group_roles={"g-admins": "admin"}),
        Organisation("initech", "initech-1", connection=jumpcloud, group_roles={"Admins": "admin"}),
        Organisation("umbrella", "umbrella"),
    )  # fmt: skip


@pytest.fixture
def stage(clock: Clock, runner: asyncio.Runner) -> Iterator[Stage]:
    """A relying party with two regions, and one scripted issuer per organisation."""
    known = organisations()
    issuers = {each.name: Issuer(each.connection.issuer, clock) for each in known if each.connection}

    def handle(request: httpx2.Request) -> httpx2.Response:
        host = request.url.host
        for issuer in issuers.values():
            if urlsplit(issuer.url).hostname == host:
                return issuer.handle(request)
        return httpx2.Response(404)

    http = httpx2.AsyncClient(transport=httpx2.MockTransport(handle))
    configuration = Configuration((Region("us", US), Region("eu", EU)), known, operator_key="operator")
    yield Stage(create_app(configuration, clock=clock, http=http), clock, issuers, runner)
    runner.run(http.aclose())


@pytest.fixture
def keys() -> dict[str, Any]:
    """The issuer's key, another one, a stranger's that claims the same "kid", and an elliptic-curve one."""
    return {"own": KEY, "other": OTHER_KEY, "stranger": STRANGER, "ec": EC_KEY}


@pytest.fixture
def plain_json() -> Callable[..., Callable[[httpx2.Request], httpx2.Response]]:
    """Makes an issuer's answer of a status and a value."""

    def make(value: object, status: int = 200, **headers: str) -> Callable[[httpx2.Request], httpx2.Response]:
        content = value if isinstance(value, bytes) else json.dumps(value).encode()
        return lambda _: httpx2.Response(status, content=content, headers=headers)

    return make
