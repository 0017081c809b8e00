"""Every check there is, found and not listed: it refuses its own wrong example, and nothing but it keeps the harm away.

An example does one thing wrong and says whether the harm came: somebody signed in, left for an issuer, was signed out.
"""

import inspect
import sys
from collections.abc import Callable
from dataclasses import replace
from types import CodeType, FunctionType
from typing import Any

import pytest

from harness.reference_rp import checks, logout_checks
from harness.reference_rp.refusal import Refusal

EVENT = {logout_checks.EVENT: {}}
FRONT, BACK = (f"/api/auth/logout/{kind}-channel/okta-acme-7f3" for kind in ("front", "back"))

# Held twice on purpose; without the check the same example is refused all the same.
HELD_TWICE = {"checks.id_token_crit": "the JOSE library refuses critical extensions it does not know as well"}


def _entered(stage: Any, how: Callable[[], Any]) -> bool:
    how()
    return bool(stage.browser.signed_in())


def _left(stage: Any, url: str = "/sign-in/organisation", **form: str) -> bool:
    location = stage.browser.post(url, form).headers.get("location", "")
    return "/authorize?" in location


def _with(part: str, organisation: str = "acme", **changes: Any) -> Callable[[Any], bool]:
    """A login at an issuer whose `part` says something wrong."""

    def example(stage: Any) -> bool:
        setattr(stage.issuers[organisation], part, changes)
        response = stage.browser.post("/sign-in/organisation", {"organisation": organisation})
        return response.status_code == 303 and _entered(stage, lambda: stage.answer(stage.asked(response)))

    return example


def _answered(**changes: str | None) -> Callable[[Any], bool]:
    """A login whose answer at the callback is wrong."""
    return lambda stage: _entered(stage, lambda: stage.sign_in(**changes))


def _endpoint(name: str, status: int, content: Any) -> Callable[[Any], bool]:
    """A login during which one endpoint of the issuer answers wrongly."""

    def example(stage: Any) -> bool:
        stage.issuer.answers = {name: stage.plain_json(content, status)}
        response = stage.browser.post("/sign-in/organisation", {"organisation": "acme"})
        return response.status_code == 303 and _entered(stage, lambda: stage.answer(stage.asked(response)))

    return example


def _meanwhile(**changes: Any) -> Callable[[Any], bool]:
    """A login during which the connection is changed."""

    def example(stage: Any) -> bool:
        stage.change("acme", status="active", client_id="client-1")
        asked = stage.begin()
        stage.change("acme", **changes)
        stage.issuer.client_id = changes.get("client_id", "client-1")
        return _entered(stage, lambda: stage.answer(asked))

    return example


def _logout(key: str = "own", header: dict[str, Any] | None = None, raw: str | None = None, **changes: Any) -> Any:
    """A logout token that is wrong; the harm is that it signs somebody out."""

    def example(stage: Any) -> bool:
        stage.sign_in()
        issuer, before = stage.issuer, stage.issuer.key
        issuer.key, issuer.header = stage.keys[key], header or {}
        issuer.claims = {"nonce": None, "jti": "j1", "events": EVENT, **changes}
        token = issuer.signed() if raw is None else raw
        issuer.key, issuer.header, issuer.claims = before, {}, {}
        stage.browser.post(BACK, {"logout_token": token})
        return not stage.browser.signed_in()

    return example


def _logout_twice(stage: Any) -> bool:
    """A logout token that was good once ends the next session, too."""
    _logout()(stage)
    return bool(_logout()(stage))


def _other_browser(stage: Any) -> bool:
    asked, other = stage.begin(), stage.new_browser()
    stage.answer(asked, other)
    return bool(other.signed_in())


def _other_address(stage: Any) -> bool:
    asked = stage.begin()
    asked["redirect_uri"] = "https://app.pelanor.io/api/auth/callback/entra-globex"
    return _entered(stage, lambda: stage.answer(asked))


def _repeated(stage: Any) -> bool:
    asked = stage.begin()
    query = f"code=c&state={asked['state']}&state={asked['state']}"
    return _entered(stage, lambda: stage.browser.get(f"{asked['redirect_uri']}?{query}"))


def _only_invited(stage: Any) -> bool:
    stage.change_organisation("acme", lambda each: replace(each, admits="invited"))
    return _entered(stage, stage.sign_in)


def _refreshed(stage: Any) -> bool:
    stage.issuer.token = {"refresh_token": "r1"}
    stage.sign_in()
    stage.issuer.claims, stage.clock.now = {"sub": "bob-2"}, stage.clock.now + 3601
    return bool(stage.browser.signed_in())


def _elsewhere(stage: Any) -> bool:
    stage.sign_in()
    return stage.browser.get("/o/globex").status_code == 200


def _forged_form(stage: Any) -> bool:
    stage.sign_in()
    stage.browser.post("/sign-out", {"csrf": "another"})
    return not stage.browser.signed_in()


def _member_in_settings(stage: Any) -> bool:
    stage.sign_in()
    return stage.browser.get("/settings/members").status_code == 200


def _framed(stage: Any) -> bool:
    stage.issuer.claims = {"sid": "s1"}
    stage.sign_in()
    stage.browser.get(FRONT, params={"iss": "https://evil.test", "sid": "s1"})
    return not stage.browser.signed_in()


NOW = 1_900_000_000
EXAMPLES: list[tuple[str, Callable[[Any], bool]]] = [
    ("organisation", lambda stage: _left(stage, organisation="nobody")),
    ("connection.pending", _meanwhile(status="pending")),
    ("connection.disabled", _meanwhile(status="disabled")),
    ("initiate.issuer", lambda stage: _left(stage, "/api/auth/initiate/okta-acme-7f3", iss="https://evil.test")),
    ("discovery.unavailable", _endpoint("openid-configuration", 503, {})),
    ("discovery.issuer", _with("metadata", issuer="https://evil.test")),
    ("discovery.endpoints", _with("metadata", token_endpoint="http://acme.okta.com/token")),
    ("discovery.endpoints", _with("metadata", jwks_uri="https://10.0.0.1/keys")),
    ("callback.parameters", _repeated),
    ("state", _answered(state="another")),
    ("state.browser", _other_browser),
    ("callback.tenant", _other_address),
    ("callback.tenant", _meanwhile(client_id="client-2")),
    ("iss_param", _answered(iss="https://evil.test")),
    ("idp_error", _answered(error="access_denied")),
    ("code", _answered(code=None)),
    ("token_endpoint.unavailable", _endpoint("token", 503, {})),
    ("token_endpoint.invalid_client", _endpoint("token", 401, {"error": "invalid_client"})),
    ("token_endpoint.invalid_grant", _endpoint("token", 400, {"error": "invalid_grant"})),
    ("token_endpoint.error", _endpoint("token", 400, {"error": "slow_down"})),
    ("token_endpoint.answer", _endpoint("token", 200, b"<html>")),
    ("token_endpoint.token_type", _with("token", token_type="mac")),
    ("id_token.missing", _with("token", id_token=None)),
    ("id_token.format", _with("token", id_token="a.b.c")),
    ("id_token.crit", _with("header", crit=["b64"], b64=True)),
    ("id_token.alg", _with("header", alg="RS512")),
    ("jwks.unavailable", _endpoint("keys", 503, {})),
    ("id_token.kid", _with("header", kid="k9")),
    ("id_token.signature", lambda stage: _entered(stage, lambda: _signed_by(stage, "stranger"))),
    ("id_token.iss", _with("claims", iss="https://acme.okta.com/")),
    ("id_token.aud", _with("claims", aud="client-2")),
    ("id_token.aud", _with("claims", aud=["client-1", "client-2"])),
    ("id_token.azp", _with("claims", azp="client-2")),
    ("id_token.exp", _with("claims", exp=NOW - 3600)),
    ("id_token.iat", _with("claims", iat=NOW + 3600)),
    ("id_token.nbf", _with("claims", nbf=NOW + 3600)),
    ("id_token.nonce", _with("claims", nonce="another")),
    ("id_token.sub", _with("claims", sub="")),
    ("userinfo.unavailable", _endpoint("userinfo", 503, {})),
    ("userinfo.sub", _with("userinfo", sub="bob-2")),
    ("tenant", _with("claims", "globex", tid="another")),
    ("account.not_invited", _only_invited),
    ("account.disabled", _with("userinfo", email="carol@acme.test")),
    ("session.tenant", _elsewhere),
    ("refresh.sub", _refreshed),
    ("form", _forged_form),
    ("role", _member_in_settings),
    ("logout.session", _framed),
    ("logout_token.missing", _logout(raw="")),
    ("logout_token.format", _logout(raw="a.b.c")),
    ("logout_token.crit", _logout(header={"crit": ["b64"], "b64": True})),
    ("logout_token.alg", _logout(header={"alg": "RS512"})),
    ("logout_token.kid", _logout(header={"kid": "k9"})),
    ("logout_token.signature", _logout("stranger")),
    ("logout_token.iss", _logout(iss="https://evil.test")),
    ("logout_token.aud", _logout(aud="client-2")),
    ("logout_token.exp", _logout(exp=NOW - 3600)),
    ("logout_token.iat", _logout(iat=NOW + 3600)),
    ("logout_token.events", _logout(events={})),
    ("logout_token.nonce", _logout(nonce="n")),
    ("logout_token.subject", _logout(sub=None)),
    ("logout_token.jti", _logout_twice),
]


def _signed_by(stage: Any, key: str) -> None:
    stage.issuer.key = stage.keys[key]
    stage.sign_in()


# A guard hands nothing on: it agrees, or it refuses. So it can be taken out, and the login goes on without it.
GUARDS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": (module, name, function)
    for module in (checks, logout_checks)
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and function.__annotations__["return"] is None
}


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, CodeType]]:
    """Every refusal that is made: its check, and the code that made it."""
    made: list[tuple[str, CodeType]] = []
    original = Refusal.__init__

    def noted(self: Refusal, check: str, *args: Any, **kwargs: Any) -> None:
        made.append((check, sys._getframe(1).f_code))
        original(self, check, *args, **kwargs)

    monkeypatch.setattr(Refusal, "__init__", noted)
    return made


@pytest.fixture
def prepared(stage: Any, keys: Any, plain_json: Any) -> Any:
    """The stage, with keys and answers at hand for the examples."""
    stage.keys, stage.plain_json = keys, plain_json
    return stage


def _may_say(function: FunctionType, check: str) -> bool:
    texts = [*function.__code__.co_consts, *(function.__defaults__ or ())]
    return any(isinstance(text, str) and text and check.startswith(text) for text in texts)


def test_every_check_has_a_wrong_example() -> None:
    """A name in the order that nobody tries would be a promise; a name outside it would not be shown."""
    assert {check for check, _ in EXAMPLES} == set(checks.ORDER)


@pytest.mark.parametrize(("check", "example"), EXAMPLES, ids=[check for check, _ in EXAMPLES])
def test_the_wrong_example_is_refused(
    prepared: Any, refusals: list[tuple[str, CodeType]], check: str, example: Callable[[Any], bool]
) -> None:
    """It is refused under its own name, and no harm comes."""
    assert not example(prepared)
    assert refusals[-1][0] == check


@pytest.mark.parametrize("name", sorted(set(GUARDS) - set(HELD_TWICE)))
def test_nothing_else_refuses_it(
    prepared: Any, refusals: list[tuple[str, CodeType]], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """With the guard taken out, the very example it refused gets through: nobody but this guard keeps the harm away."""
    module, attribute, function = GUARDS[name]
    harm = []
    for check, example in EXAMPLES:
        if not _may_say(function, check):
            continue
        refusals.clear()
        example(prepared)
        if not refusals or refusals[-1][1] is not function.__code__:
            continue
        prepared.party.reset()
        prepared.browser = prepared.new_browser()
        with monkeypatch.context() as taken_out:
            taken_out.setattr(module, attribute, lambda *_, **__: None)
            harm.append((check, example(prepared)))
        break

    assert harm, "no example reaches this guard"
    assert all(came for _, came in harm), harm
