"""A login made by hand, as a recording, with one thing changed where a test wants that."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest

from harness.record.events import Cookie, End, Event, Head, Hop, Refusal, Said, Step, Token
from harness.record.recording import Recording

APP, IDP = "https://app.pelanor.io", "https://globex.okta.com"
HEAD = Head(
    case="login/happy",
    idp="okta",
    region="us",
    target="reference",
    at=1_000.0,
    issuer=IDP,
    client_id="client-1",
    page="A person signs in.\n\nWithout it nobody comes in.",
    spec="OIDC Core 1.0, 3.1",
    expected="alice is signed in",
)
CLAIMS: dict[str, Any] = {
    "sub": "00u1", "name": "Alice Anders", "email": "alice@globex.example", "ver": 1, "iss": IDP, "aud": "client-1",
    "iat": 1_000, "exp": 4_600, "jti": "ID.1", "amr": ["pwd"], "idp": "00o1", "nonce": "n-1", "auth_time": 1_000,
    "at_hash": "x",
}  # fmt: skip

Login = Callable[..., Recording]


def compact(claims: dict[str, Any], header: dict[str, Any] | None = None) -> str:
    """A masked token."""
    parts = (header or {"kid": "k", "alg": "RS256"}, claims)
    encoded = (base64.urlsafe_b64encode(json.dumps(it).encode()).decode().rstrip("=") for it in parts)
    return ".".join(encoded) + ".[masked:signature:beef:342]"


def hop(number: int, url: str, **changes: Any) -> Hop:
    """A hop with sensible members."""
    role = "app" if url.startswith(APP) else "issuer"
    given: dict[str, Any] = {
        "at": number / 10, "took": 0.01, "number": number, "login": 1, "via": "browser", "role": role, "method": "GET",
        "url": url, "request_headers": (), "request_body": "", "request_note": "", "status": 200, "complete": True,
        "response_headers": (("content-type", "text/html"),), "response_body": "", "response_note": "", "clock": 1_001.0,
    }  # fmt: skip
    return Hop(**(given | changes))


JSON = (("content-type", "application/json"),)
FORM = (("content-type", "application/x-www-form-urlencoded"),)


@pytest.fixture
def login() -> Login:
    """Makes the recording of a login; `claims`, `signature`, `refused`, `status`, `cookies` and `more` change it."""

    def made(
        *,
        claims: dict[str, Any] | None = None,
        signature: str = "valid",
        refused: str = "",
        status: int = 303,
        cookies: str = "__Host-session=[masked:cookie:1:9]; Secure; HttpOnly; SameSite=Lax",
        more: tuple[Event, ...] = (),
        idp: str = "okta",
        end: End | None = None,
    ) -> Recording:
        from dataclasses import replace

        token = compact(claims if claims is not None else CLAIMS)
        answer = json.dumps({"token_type": "Bearer", "access_token": "[masked:access_token:1:99]", "id_token": token})
        authorize = f"{IDP}/authorize?response_type=code&client_id=client-1&state=s-1&nonce=n-1"
        document = json.dumps({"authorization_endpoint": f"{IDP}/authorize", "jwks_uri": f"{IDP}/keys"})
        set_cookie = (("set-cookie", cookies),) if cookies else ()
        hops = [
            hop(1, f"{APP}/"),
            hop(2, f"{APP}/pages.css", response_headers=(("content-type", "text/css"),)),
            hop(3, f"{APP}/go", method="POST", status=303, response_headers=(("location", authorize),)),
            hop(4, f"{IDP}/.well-known/openid-configuration", via="back channel", response_headers=JSON, response_body=document),
            hop(5, authorize),
            hop(6, f"{APP}/api/auth/callback/okta-g?code=[masked:code:1:9]&state=s-1", took=0.35, status=status, response_headers=set_cookie),
            hop(7, f"{IDP}/token", method="POST", via="back channel", request_headers=FORM, request_body="grant_type=authorization_code&code=[masked:code:1:9]", response_headers=JSON, response_body=answer),
            hop(8, f"{IDP}/keys", via="back channel", response_headers=JSON, response_body='{"keys": []}'),
            hop(10, f"{APP}/workspace"),
            hop(12, f"{APP}/api/me", response_headers=JSON, response_body="{}"),
        ]  # fmt: skip
        events: list[Event] = [
            Step(0.05, 1.0, 0, "alice", "signs_in"), *hops, Step(1.15, 0.1, 0, "alice", "observes"),
            Token(0.71, token, signature, f"{IDP}/keys"), *more,
        ]  # fmt: skip
        if refused:
            events.append(Refusal(0.9, refused, "AB12", "told why"))
        account = (("account", "a1"), ("email", "alice@globex.example"), ("name", "Alice Anders"))
        events.append(end or End(1.5, "alice is signed in, at /workspace", passed=True, account=account))
        return Recording(replace(HEAD, idp=idp), tuple(sorted(events, key=lambda it: it.at)))

    return made


@pytest.fixture
def policy() -> Said:
    """A word of the browser about a blocked form."""
    return Said(0.62, "policy", "error", "Sending form data violates form-action")


@pytest.fixture
def lost_cookie() -> Cookie:
    """A cookie of the callback that the browser did not keep."""
    return Cookie(0.65, "set", "__Host-session", f"{APP}/api/auth/callback/okta-g?code=x", ("SameSiteNoneInsecure",))
