"""The shapes of what every vendor of mock_idps/ answers: documents, claims, places of errors, rules of state."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from harness import catalogue, people
from harness.plain_login import Answer, NoWayOn, PlainLogin, Started
from harness.probe import Probe, Running

ROOT = Path(__file__).resolve().parents[2]
OURS = [(it.idp, it.region) for it in people.ORGANISATIONS if it.idp != "generic"]
REDIRECTS = range(300, 400)
PUBLIC_MEMBERS = {"kty", "use", "alg", "kid", "n", "e", "x5t", "x5c", "x5t#S256", "issuer"}
LOGIN_ENDPOINTS = (
    "authorization_endpoint",
    "token_endpoint",
    "userinfo_endpoint",
    "jwks_uri",
    "end_session_endpoint",
    "revocation_endpoint",
    "introspection_endpoint",
    "pushed_authorization_request_endpoint",
)


@pytest.fixture(params=OURS, ids="-".join)
def ours(request: pytest.FixtureRequest, running: Running) -> Probe:
    """Every customer's issuer at the vendors built here."""
    return running(*request.param)


@pytest.fixture(params=[*catalogue.vendors()])
def vendor(request: pytest.FixtureRequest) -> str:
    """Every vendor's name."""
    return str(request.param)


def _code(*folders: str) -> str:
    files = [it for name in folders for it in sorted((ROOT / "mock_idps" / name).rglob("*.py"))]
    return "\n".join(it.read_text("utf-8") for it in files)


def _page(vendor: str) -> str:
    return (ROOT / "docs" / f"{vendor}.md").read_text("utf-8")


def _unpacked(token: str, part: int = 1) -> dict[str, Any]:
    raw = token.split(".")[part]
    told: dict[str, Any] = json.loads(base64.urlsafe_b64decode(raw + "=" * (-len(raw) % 4)))
    return told


def _without(started: Started, *names: str) -> Started:
    """A begun login whose authorization request lacks some parameters."""
    address, _, query = started.url.partition("?")
    kept = "&".join(part for part in query.split("&") if part.partition("=")[0] not in names)
    return Started(f"{address}?{kept}", started.state, started.nonce, started.verifier)


def _ends(script: PlainLogin, started: Started, login: str) -> dict[str, str]:
    """What the app hears of a sign-in; nothing where it ends on a page of the issuer."""
    try:
        return script.sign_in(started, login, people.PASSWORD)
    except NoWayOn:
        return {}


def _lists(document: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in document.items() if name.endswith("_supported"))


def test_document_has_the_required_members(ours: Probe) -> None:
    """What OIDC Discovery 1.0, 3 requires is there, and every `…_supported` is a list of texts or a boolean."""
    required = ("issuer", *LOGIN_ENDPOINTS[:2], "jwks_uri", "response_types_supported", "subject_types_supported")
    missing = {*required, "id_token_signing_alg_values_supported"} - set(ours.discovery)

    assert missing == set()
    assert [name for name, value in _lists(ours.discovery) if not isinstance(value, list | bool)] == []


def test_what_is_announced_is_there(ours: Probe) -> None:
    """No endpoint of a login that the document names is a 404."""
    named = {name: ours.discovery[name] for name in LOGIN_ENDPOINTS if name in ours.discovery}

    answers = {name: [ours.send(verb, url, {}, None).status for verb in ("GET", "POST")] for name, url in named.items()}

    assert [name for name, (got, posted) in answers.items() if got == posted == 404] == []


def test_published_keys_are_public_and_told_apart(ours: Probe) -> None:
    """Keys have no private member and different kids, and the ID token's kid is one of them (RFC 7517, 4.5)."""
    keys = ours.get(ours.discovery["jwks_uri"]).json()["keys"]
    header = _unpacked(ours.tokens()[1]["id_token"], 0)

    assert {name for key in keys for name in key} <= PUBLIC_MEMBERS
    assert len({key["kid"] for key in keys}) == len(keys)
    assert header["kid"] in {key["kid"] for key in keys}
    assert header["alg"] in ours.discovery["id_token_signing_alg_values_supported"]


def test_claims_have_their_types(ours: Probe) -> None:
    """`sub` is a short ASCII text, times are whole seconds, the rest has the types of OIDC Core 1.0, 2 and 5.1.

    `email_verified` as a text is a habit of some vendors, and then only "true" or "false".
    """
    claims = _unpacked(ours.tokens()[1]["id_token"])

    assert isinstance(claims["sub"], str)
    assert 0 < len(claims["sub"]) <= 255
    assert claims["sub"].isascii()
    assert {type(claims[name]) for name in ("exp", "iat", "auth_time", "nbf") if name in claims} == {int}
    assert {type(claims[name]) for name in ("email", "name", "nonce", "jti", "at_hash") if name in claims} == {str}
    assert claims.get("email_verified", True) in (True, False, "true", "false")
    assert isinstance(claims.get("amr", []), list)


def test_userinfo_speaks_of_the_same_person(ours: Probe) -> None:
    """`sub` of userinfo is that of the ID token, to the character (OIDC Core 1.0, 5.3.2)."""
    tokens = ours.tokens()[1]
    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}

    told = ours.send("GET", ours.discovery["userinfo_endpoint"], bearer, None).json()

    assert told["sub"] == _unpacked(tokens["id_token"])["sub"]


def test_subject_stays(ours: Probe) -> None:
    """The same person has the same `sub` at the next login, and a colleague has another."""
    first, again, colleague = (_unpacked(ours.tokens(who)[1]["id_token"])["sub"] for who in ("alice", "alice", "bob"))

    assert first == again != colleague


def test_times_are_the_issuers_own(ours: Probe, monkeypatch: pytest.MonkeyPatch) -> None:
    """`iat` and `exp` come from the issuer's clock, not from the machine's; some vendors date back by minutes."""
    monkeypatch.setattr(ours.service, "clock", lambda: 2_000_000_000.0)

    claims = _unpacked(ours.tokens()[1]["id_token"])

    assert abs(claims["iat"] - 2_000_000_000) <= 600
    assert claims["exp"] > 2_000_000_000


def _token_answers(ours: Probe) -> list[Answer]:
    script = ours.script()
    started = script.start()
    code = script.sign_in(started, ours.login(), people.PASSWORD)["code"]
    return [script.redeem(code, started), script.redeem("made-up", started)]


def test_token_answers_are_json_that_nobody_keeps(ours: Probe) -> None:
    """Tokens and refusals are JSON with `no-store` (RFC 6749, 5.1)."""
    for answer in _token_answers(ours):
        assert answer.headers["content-type"].startswith("application/json")
        assert "no-store" in answer.headers["cache-control"]


def test_token_answer_has_what_a_client_needs(ours: Probe) -> None:
    """Access token, its type in any case, its life in whole seconds (RFC 6749, 5.1)."""
    told = _token_answers(ours)[0].json()

    assert told["token_type"].casefold() == "bearer"
    assert isinstance(told["expires_in"], int)
    assert told["access_token"]


def test_code_works_once_without_pkce(ours: Probe) -> None:
    """A second use is refused for being one, and not only because the challenge is gone (RFC 6749, 4.1.2)."""
    script = ours.script()
    started = _without(script.start(), "code_challenge", "code_challenge_method")
    code = script.sign_in(started, ours.login(), people.PASSWORD)["code"]

    first, second = (script.redeem(code, started, code_verifier="") for _ in range(2))

    assert "id_token" in first.json()
    assert (second.status, second.json()["error"]) == (400, "invalid_grant")


def test_refusal_names_its_error(ours: Probe) -> None:
    """A refused code is `error` and `error_description`, both texts (RFC 6749, 5.2)."""
    told = _token_answers(ours)[1].json()

    assert told["error"] == "invalid_grant"
    assert isinstance(told["error_description"], str)


@pytest.mark.parametrize("over", [{"prompt": "none"}, {"response_type": "nonsense"}])
def test_error_at_the_app_returns_the_state(ours: Probe, over: dict[str, str]) -> None:
    """An error that goes to the app carries the request's state and no code (RFC 6749, 4.1.2.1).

    Whether a wrong `response_type` goes there is the vendor's own affair; `prompt=none` without a session does.
    """
    script = ours.script()
    started = script.start(**over)

    answer = _ends(script, started, ours.login())

    assert answer or "prompt" not in over
    assert "code" not in answer
    assert answer.get("state", started.state) == started.state
    assert set(answer) == set() or answer["error"]


def test_state_is_never_made_up(ours: Probe) -> None:
    """Without a state none comes back, except as an empty text: no vendor invents one."""
    script = ours.script()

    answer = _ends(script, _without(script.start(), "state"), ours.login())

    assert answer.get("state", "") == ""


def test_nonce_is_never_made_up(ours: Probe) -> None:
    """Without a nonce the ID token has none."""
    script = ours.script()
    started = _without(script.start(), "nonce")
    code = script.sign_in(started, ours.login(), people.PASSWORD)["code"]

    assert "nonce" not in _unpacked(script.redeem(code, started).json()["id_token"])


def test_person_who_may_not_sign_in_gets_no_code(ours: Probe) -> None:
    """A state other than "active" keeps a person out, with or without a session."""
    script = ours.script()
    assert "code" in script.sign_in(script.start(), ours.login(), people.PASSWORD)
    tenant = next(it for it in ours.service.directory if it.app(people.client_id(ours.customer)))
    person = tenant.person(ours.login("bob"))
    assert person is not None
    person.state = "suspended"

    assert "code" not in _ends(ours.script(), ours.script().start(), ours.login("bob"))


def test_app_that_is_switched_off_gets_no_code(ours: Probe) -> None:
    """An app whose state is not "active" is no app."""
    found = ours.service.directory.app(people.client_id(ours.customer))
    assert found is not None
    found[1].state = "inactive"

    assert "code" not in _ends(ours.script(), ours.script().start(), ours.login())


def test_code_goes_to_the_registered_address_alone(ours: Probe) -> None:
    """A redirect that carries a code leads to the redirect URI of the request, and nowhere else."""
    seen: list[str] = []
    send = ours.send

    def watched(method: str, url: str, headers: Any, body: bytes | None) -> Answer:
        answer = send(method, url, headers, body)
        if answer.status in REDIRECTS and re.search(r"[?&#]code=", answer.headers["location"]):
            seen.append(answer.headers["location"])
        return answer

    ours.send = watched  # type: ignore[assignment]
    script = ours.script()
    script.sign_in(script.start(), ours.login(), people.PASSWORD)

    assert {urlsplit(it)._replace(query="", fragment="").geturl() for it in seen} == {ours.customer.redirect_uri}


def test_has_a_customer(vendor: str) -> None:
    """A vendor is held to the contract through a customer: one of its own in `customers.toml`, or one of harness/people.py."""
    assert vendor in {it.idp for it in people.ORGANISATIONS}


def test_switches_are_documented(vendor: str) -> None:
    """A switch that nobody can find is none: what the code reads of `settings` stands in the vendor's page."""
    code, page = _code(vendor), _page(vendor)
    read = set(re.findall(r'settings\.get\(\s*"(\w+)"', code)) | set(re.findall(r'settings\["(\w+)"\]', code))
    read |= set(re.findall(r'switch\(\s*service, [\w.]+, "(\w+)"', code))

    assert sorted(name for name in read if f"`{name}`" not in page) == []


def test_documented_switches_are_read(vendor: str) -> None:
    """The page promises nothing that the code does not do."""
    code, switches = _code(vendor, "core"), _page(vendor).partition("## Switches")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", switches, re.MULTILINE)
    promised = {name for row in rows for name in re.findall(r"`(\w+)`", row)}

    assert sorted(name for name in promised if f'"{name}"' not in code) == []


def test_documented_scenarios_are_there(vendor: str) -> None:
    """A scenario that the page names for a customer's bug is a file, in the vendor's own folder or in the one named."""
    bugs = _page(vendor).partition("bugs")[2]
    cells = [row.rstrip(" |").rpartition("|")[2] for row in bugs.splitlines() if row.startswith("| ")]
    named = {name for cell in cells for name in re.findall(r"`([\w/*]+[\w*])`", cell)}
    scenarios = ROOT / "scenarios"

    assert [it for it in named if not [*scenarios.glob(f"{vendor}/{it}.py"), *scenarios.glob(f"{it}.py")]] == []
