"""The contract of mock_idps/: it holds for every vendor's folder put there."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from harness import catalogue, people
from harness.plain_login import NoWayOn
from harness.probe import Probe, Running
from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims

ROOT = Path(__file__).resolve().parents[2]
CUSTOMERS = [(it.idp, it.region) for it in people.ORGANISATIONS]
OURS = [(idp, region) for idp, region in CUSTOMERS if idp != "generic"]
"""The vendors built here; what stands before somebody else's provider is not ours to promise."""


@pytest.fixture(params=CUSTOMERS, ids="-".join)
def case(request: pytest.FixtureRequest, running: Running) -> Probe:
    """Every customer's issuer."""
    return running(*request.param)


@pytest.fixture(params=OURS, ids="-".join)
def ours(request: pytest.FixtureRequest, running: Running) -> Probe:
    """Every customer's issuer at the vendors built here."""
    return running(*request.param)


def _claims(case: Probe, raw: str) -> Claims:
    keys = KeySet.import_key_set(case.get(case.discovery["jwks_uri"]).json())
    return jwt.decode(raw, keys, algorithms=["RS256"]).claims


def test_discovery_speaks_for_its_issuer(case: Probe) -> None:
    """The "issuer" of the document is the address it was asked at, to the character (OIDC Discovery 1.0, 4.3)."""
    assert case.discovery["issuer"] == case.issuer


def test_endpoints_are_served_here(case: Probe) -> None:
    """Every address in the document is one that the gateway knows, on https."""
    hosts = set(case.service.vendor.hosts(case.service.directory))

    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"):
        address = urlsplit(case.discovery[name])
        assert address.scheme == "https"
        assert address.hostname in hosts


def test_id_token_is_verified_by_the_published_keys(case: Probe) -> None:
    """A login ends in an ID token for this client, with the login's nonce, that the JWKS proves."""
    started, tokens = case.tokens()
    claims = _claims(case, tokens["id_token"])

    audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    assert claims["iss"] == case.issuer
    assert audience == [people.client_id(case.customer)]
    assert claims["nonce"] == started.nonce
    assert claims["exp"] > claims["iat"]


def test_response_returns_the_state(case: Probe) -> None:
    """The authorization response carries the request's "state" unchanged."""
    script = case.script()
    started = script.start(state="a state, with / and = and %20")

    answer = script.sign_in(started, case.login(), people.PASSWORD)

    assert answer["state"] == "a state, with / and = and %20"


def test_unregistered_redirect_uri_never_gets_an_answer(ours: Probe) -> None:
    """An address that is not registered is not redirected to, not even with an error (RFC 9700, 4.11.2)."""
    script = ours.script(redirect_uri="https://evil.example/callback")

    with pytest.raises(NoWayOn):
        script.sign_in(script.start(), ours.login(), people.PASSWORD)


def test_unknown_client_is_a_dead_end(ours: Probe) -> None:
    """A client id that nobody registered leads to a page of the issuer."""
    script = ours.script(client_id="0a0a0a0a-0000-4000-8000-000000000000")

    with pytest.raises(NoWayOn):
        script.sign_in(script.start(), ours.login(), people.PASSWORD)


def test_wrong_password_goes_nowhere(ours: Probe) -> None:
    """A wrong password is asked again for ever; no code comes of it."""
    script = ours.script()

    with pytest.raises(NoWayOn):
        script.sign_in(script.start(), ours.login(), "not the password")


def test_person_not_assigned_gets_no_code(ours: Probe) -> None:
    """Whoever is not assigned to the app gets no code, wherever the vendor says so."""
    script = ours.script()

    try:
        answer = script.sign_in(script.start(), ours.login("uma"), people.PASSWORD)
    except NoWayOn:
        return
    assert "code" not in answer


def test_code_works_once(ours: Probe) -> None:
    """A code that was redeemed is refused the second time (RFC 6749, 4.1.2)."""
    script = ours.script()
    started = script.start()
    code = script.sign_in(started, ours.login(), people.PASSWORD)["code"]
    script.redeem(code, started)

    second = script.redeem(code, started)

    assert second.status == 400
    assert second.json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    "over",
    [{"code_verifier": "w" * 43}, {"redirect_uri": "https://app.pelanor.io/elsewhere"}, {"code": "made-up"}],
    ids=["verifier", "redirect_uri", "code"],
)
def test_token_request_must_fit_the_authorization_request(ours: Probe, over: dict[str, str]) -> None:
    """Verifier, redirect URI and code are those of this very login (RFC 6749, 4.1.3; RFC 7636, 4.6)."""
    script = ours.script()
    started = script.start()
    code = script.sign_in(started, ours.login(), people.PASSWORD)["code"]

    answer = script.redeem(**({"code": code, "started": started} | over))

    assert 400 <= answer.status < 500
    assert "id_token" not in answer.json()


def test_wrong_secret_is_invalid_client(ours: Probe) -> None:
    """A wrong secret is answered with "invalid_client" (RFC 6749, 5.2)."""
    script = ours.script()
    started = script.start()
    code = script.sign_in(started, ours.login(), people.PASSWORD)["code"]

    answer = script.redeem(code, started, client_secret="not-it")

    assert answer.status == 401
    assert answer.json()["error"] == "invalid_client"


def test_userinfo_speaks_of_a_subject(ours: Probe) -> None:
    """The access token opens userinfo, which names a subject; without it userinfo answers 401."""
    _, tokens = ours.tokens()
    address = ours.discovery["userinfo_endpoint"]

    allowed = ours.send("GET", address, {"Authorization": f"Bearer {tokens['access_token']}"}, None)
    refused = ours.get(address)

    assert allowed.json()["sub"]
    assert refused.status == 401


def test_session_passes_silently(ours: Probe) -> None:
    """A second login in the same browser asks for nothing."""
    script = ours.script()
    script.sign_in(script.start(), ours.login(), people.PASSWORD)

    answer = script.sign_in(script.start(), "nobody@nowhere.example", "not asked for")

    assert "code" in answer


@pytest.mark.parametrize("endpoint", ["discovery", "jwks"])
def test_what_is_asked_is_noted_with_its_query(ours: Probe, endpoint: str) -> None:
    """Scenarios read from what reached an issuer whether the app kept to an address to the letter."""
    configuration = ours.issuer.removesuffix("/") + "/.well-known/openid-configuration"
    address = configuration if endpoint == "discovery" else ours.discovery["jwks_uri"]
    ours.service.received.clear()

    ours.get(f"{address}{'&' if '?' in address else '?'}of=this-run")

    assert [(it.endpoint, dict(it.parameters)["of"]) for it in ours.service.received] == [(endpoint, "this-run")]


def test_every_hook_reaches_the_wire(ours: Probe) -> None:
    """A fault on any of the login's hooks changes what an observer sees."""
    ours.service.fault = _Everything()

    discovery = ours.get(ours.issuer.removesuffix("/") + "/.well-known/openid-configuration").json()
    jwks = ours.get(ours.discovery["jwks_uri"]).json()
    script = ours.script()
    started = script.start()
    answer = script.sign_in(started, ours.login(), people.PASSWORD)
    tokens = script.redeem(answer["code"], started).json()
    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
    userinfo = ours.send("GET", ours.discovery["userinfo_endpoint"], bearer, None).json()

    assert [it.get("lie") for it in (discovery, jwks, answer, tokens, userinfo)] == ["told"] * 5
    assert tokens["id_token"].endswith(".lie")


class _Everything(Fault):
    """Every hook lies: a test's own fault, which is why it may."""

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "lie": "told"}

    def jwks(self, jwks: dict[str, Any]) -> dict[str, Any]:
        return {**jwks, "lie": "told"}

    def authorization_response(self, parameters: dict[str, str]) -> dict[str, str]:
        return {**parameters, "lie": "told"}

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        return {**body, "lie": "told"}

    def userinfo(self, claims: Claims) -> Claims:
        return {**claims, "lie": "told"}

    def compact(self, token: str) -> str:
        return f"{token}.lie"


@pytest.mark.parametrize("name", [*catalogue.vendors()])
def test_has_a_page_of_its_own(name: str) -> None:
    """docs/ says of every vendor what is mocked, from which source, what is a switch and what is left out."""
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")

    assert catalogue.vendors()[name].source in page
