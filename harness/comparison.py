"""How the issuers differ, found out by asking each of them: one row per question, one answer per IdP."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Callable, Iterator
from random import Random
from typing import Any
from urllib.parse import urlsplit

from harness import people
from harness.plain_login import Answer, NoWayOn, Started
from harness.probe import Probe
from mock_idps import catalogue
from mock_idps.core.keys import KeyFoundry
from mock_idps.core.service import Service


class Asked:
    """One issuer under questioning; a login is made once and asked about by several rows."""

    def __init__(self, probe: Probe) -> None:
        self.probe = probe
        self.started, self.tokens = probe.tokens()
        self.header, self.claims = (_part(self.tokens["id_token"], number) for number in (0, 1))
        self.jwks: list[dict[str, Any]] = probe.get(probe.discovery["jwks_uri"]).json()["keys"]
        bearer = {"Authorization": f"Bearer {self.tokens['access_token']}"}
        self.userinfo: dict[str, Any] = probe.send("GET", probe.discovery["userinfo_endpoint"], bearer, None).json()

    def ends(self, *, person: str = "alice", without: str = "", **over: str) -> str:
        """Where a sign-in ends that has one thing wrong: at the app with an error, or on a page of the issuer."""
        client = {name: over.pop(name) for name in ("client_id", "redirect_uri") if name in over}
        script = self.probe.script(**client)
        started = script.start(**over)
        if without:
            url = "&".join(part for part in started.url.split("&") if not part.startswith(f"{without}="))
            started = Started(url, started.state, started.nonce, started.verifier)
        try:
            answer = script.sign_in(started, self.probe.login(person), people.PASSWORD)
        except NoWayOn as end:
            return (
                f"page of the issuer ({str(end).partition(' and ')[0]})" if "HTTP" in str(end) else "page of the issuer"
            )
        return f"to the app: {answer['error']}" if "error" in answer else "signs in"

    def redeems(self, *, twice: bool = False, **over: str) -> str:
        """What the token endpoint answers to a code that has one thing wrong."""
        script = self.probe.script()
        started = script.start()
        code = script.sign_in(started, self.probe.login(), people.PASSWORD)["code"]
        answer = script.redeem(code, started, **over)
        if twice:
            answer = script.redeem(code, started, **over)
        return f"{answer.status} {answer.json().get('error', 'accepted')}"

    def answered(self) -> dict[str, str]:
        """The parameters of a good authorization response."""
        script = self.probe.script()
        return script.sign_in(script.start(), self.probe.login(), people.PASSWORD)


def _part(token: str, number: int) -> dict[str, Any]:
    raw = token.split(".")[number]
    part: dict[str, Any] = json.loads(base64.urlsafe_b64decode(raw + "=" * (-len(raw) % 4)))
    return part


def _kind(value: object) -> str:
    return (
        "absent"
        if value is None
        else {"str": "string", "bool": "boolean", "list": "list"}.get(type(value).__name__, "?")
    )


def _bits(asked: Asked) -> str:
    sizes = sorted({len(base64.urlsafe_b64decode(key["n"] + "==")) * 8 for key in asked.jwks if key["kty"] == "RSA"})
    return f"{len(asked.jwks)} RSA of {', '.join(map(str, sizes))} bits"


QUESTIONS: dict[str, Callable[[Asked], str]] = {
    "issuer": lambda asked: asked.probe.issuer,
    "hosts": lambda asked: ", ".join(
        sorted(
            {urlsplit(value).hostname or "" for key, value in asked.probe.discovery.items() if key.endswith("endpoint")}
        )
    ),
    "PKCE announced": lambda asked: ", ".join(asked.probe.discovery.get("code_challenge_methods_supported", ["no"])),
    "token endpoint methods": lambda asked: ", ".join(
        asked.probe.discovery.get("token_endpoint_auth_methods_supported", ["not stated"])
    ),
    "published keys": _bits,
    "members of a key": lambda asked: ", ".join(asked.jwks[0]),
    "authorization response": lambda asked: ", ".join(asked.answered()),
    "token response": lambda asked: ", ".join(asked.tokens),
    "ID token header": lambda asked: ", ".join(asked.header),
    "ID token claims": lambda asked: ", ".join(asked.claims),
    "aud": lambda asked: _kind(asked.claims["aud"]),
    "email in the ID token": lambda asked: _kind(asked.claims.get("email")),
    "email_verified there": lambda asked: _kind(asked.claims.get("email_verified")),
    "iat before now": lambda asked: f"{round((time.time() - asked.claims['iat']) / 60) * 60} s",
    "lifetime": lambda asked: f"{asked.claims['exp'] - asked.claims['iat']} s",
    "userinfo claims": lambda asked: ", ".join(asked.userinfo),
    "unknown client": lambda asked: asked.ends(client_id="0a0a0a0a-0000-4000-8000-000000000000"),
    "redirect URI not registered": lambda asked: asked.ends(redirect_uri="https://evil.example/callback"),
    "no state": lambda asked: asked.ends(without="state"),
    "state of 4 characters": lambda asked: asked.ends(state="abcd"),
    "no nonce": lambda asked: asked.ends(without="nonce"),
    "unknown scope": lambda asked: asked.ends(scope="openid nobody-knows-this"),
    "person not assigned": lambda asked: asked.ends(person="uma"),
    "code used twice": lambda asked: asked.redeems(twice=True),
    "wrong verifier": lambda asked: asked.redeems(code_verifier="w" * 43),
    "other redirect URI": lambda asked: asked.redeems(redirect_uri="https://app.pelanor.io/elsewhere"),
    "wrong secret": lambda asked: asked.redeems(client_secret="not-it"),
    "userinfo without token": lambda asked: _userinfo_refusal(
        asked.probe.get(asked.probe.discovery["userinfo_endpoint"])
    ),
}
"""Every question, asked of a freshly reset issuer where the answer could depend on it."""


def _userinfo_refusal(answer: Answer) -> str:
    return f"{answer.status}, body of {len(answer.body)} bytes, WWW-Authenticate {'there' if 'www-authenticate' in answer.headers else 'absent'}"


def table(idps: tuple[str, ...], region: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each question with the answer of every IdP that has a customer in `region`."""
    loop, foundry = asyncio.new_event_loop(), KeyFoundry()
    try:
        asked = {idp: _ask(idp, region, foundry, loop) for idp in idps}
        for question, ask in QUESTIONS.items():
            yield question, {idp: _answer(ask, it) for idp, it in asked.items()}
    finally:
        foundry.close()
        loop.close()


def _ask(idp: str, region: str, foundry: KeyFoundry, loop: asyncio.AbstractEventLoop) -> Asked:
    vendor = catalogue.vendors()[idp]
    service = Service(vendor, people.directories()[idp], foundry, time.time, Random(1))  # noqa: S311 - repeatable
    return Asked(Probe(service, people.organisation(idp, region), loop))


def _answer(ask: Callable[[Asked], str], asked: Asked) -> str:
    asked.probe.service.reset(people.directories()[asked.probe.customer.idp])
    return ask(asked)
