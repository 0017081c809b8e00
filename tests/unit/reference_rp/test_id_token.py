"""The ID token: one test per duty of OIDC Core 1.0, 3.1.3.7, each with everything else right."""

import base64
import hmac
import json
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc.jwk import RSAKey

Check = Callable[[Any], str]


def test_a_strangers_signature_is_refused(stage: Any, keys: Any, refused_by: Check) -> None:
    """A token signed by another key under the same "kid" is refused."""
    stage.issuer.key = keys["stranger"]

    assert refused_by(stage.sign_in()) == "id_token.signature"
    assert not stage.browser.signed_in()


def test_a_key_in_the_header_counts_for_nothing(stage: Any, keys: Any, refused_by: Check) -> None:
    """Neither "jwk" nor "jku" of the token is used."""
    stage.issuer.key = keys["stranger"]
    stage.issuer.header = {"jwk": keys["stranger"].as_dict(private=False), "jku": "https://evil.test/keys"}

    assert refused_by(stage.sign_in()) == "id_token.signature"


def _unsigned(token: str, alg: str) -> str:
    header = _encoded(json.dumps({"alg": alg, "kid": "k1"}).encode())
    return f"{header}.{token.split('.')[1]}."


@pytest.mark.parametrize("alg", ["none", "nOnE"])
def test_an_unsigned_token_is_refused(stage: Any, refused_by: Check, alg: str) -> None:
    """The algorithm none is never agreed."""
    asked = stage.begin()
    stage.issuer.id_token = _unsigned(stage.issuer.signed(), alg)

    assert refused_by(stage.answer(asked)) == "id_token.alg"


def _encoded(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def test_hs256_with_the_public_key_is_refused(stage: Any, keys: Any, refused_by: Check) -> None:
    """A public key is no shared secret."""
    asked = stage.begin()
    header = _encoded(b'{"alg":"HS256","kid":"k1"}')
    signed = f"{header}.{stage.issuer.signed().split('.')[1]}"
    proof = hmac.digest(keys["own"].as_pem(private=False), signed.encode(), "sha256")
    stage.issuer.id_token = f"{signed}.{_encoded(proof)}"

    assert refused_by(stage.answer(asked)) == "id_token.alg"


def test_an_algorithm_not_agreed_is_refused(stage: Any, keys: Any, refused_by: Check) -> None:
    """ES256 with a published key is refused where RS256 was agreed."""
    stage.issuer.key = keys["ec"]
    stage.issuer.published.append(keys["ec"])
    stage.issuer.header = {"alg": "ES256"}

    assert refused_by(stage.sign_in()) == "id_token.alg"


def test_an_agreed_algorithm_is_accepted(stage: Any, keys: Any) -> None:
    """ES256 works where it was agreed."""
    stage.change("acme", algorithms=("ES256",))
    stage.issuer.key = keys["ec"]
    stage.issuer.published.append(keys["ec"])
    stage.issuer.header = {"alg": "ES256"}

    assert stage.sign_in().status_code == 303


def test_a_critical_extension_is_refused(stage: Any, keys: Any, refused_by: Check) -> None:
    """An unknown "crit" is not passed over, however good the signature (RFC 7515, 4.1.11)."""
    asked = stage.begin()
    payload = stage.issuer.signed().split(".")[1]
    header = _encoded(b'{"alg":"RS256","kid":"k1","crit":["x"],"x":1}')
    signed = f"{header}.{payload}"
    private: Any = keys["own"].get_op_key("sign")
    stage.issuer.id_token = f"{signed}.{_encoded(private.sign(signed.encode(), PKCS1v15(), SHA256()))}"

    assert refused_by(stage.answer(asked)) == "id_token.crit"


@pytest.mark.parametrize("token", ["x", "a.b.c", "..", "a.b.c.d.e", "\u00e9.\u00e9.\u00e9", "a" * 100_000])
def test_what_is_no_token_is_refused(stage: Any, refused_by: Check, token: str) -> None:
    """Garbage is named as such."""
    stage.issuer.id_token = token

    assert refused_by(stage.sign_in()) == "id_token.format"


def test_a_long_header_is_accepted(stage: Any) -> None:
    """A certificate chain or unknown members in the header do no harm."""
    stage.issuer.header = {"x5t": "abc", "x5c": ["M" * 3000]}
    stage.issuer.id_token = None

    assert stage.sign_in().status_code == 303


def test_a_token_without_kid_is_accepted(stage: Any) -> None:
    """With one key published, "kid" may be absent (OIDC Core 1.0, 10.1)."""
    stage.issuer.header = {"kid": None}

    assert stage.sign_in().status_code == 303


def test_a_token_without_kid_is_tried_with_every_key(stage: Any, keys: Any) -> None:
    """Keys of another kind, and of somebody else, do no harm."""
    stage.issuer.published = [keys["ec"], keys["other"], keys["own"]]
    stage.issuer.header = {"kid": None}

    assert stage.sign_in().status_code == 303


@pytest.mark.parametrize("kid", ["k9", "../../k1", "' OR 1=1 --", "k" * 10_000, "K1"])
def test_an_unknown_kid_is_refused(stage: Any, refused_by: Check, kid: str) -> None:
    """A key nobody publishes proves nothing, and "kid" is only compared, never used as an address (RFC 8725, 3.10)."""
    stage.issuer.header = {"kid": kid}

    assert refused_by(stage.sign_in()) == "id_token.kid"


def test_a_missing_id_token_is_refused(stage: Any, refused_by: Check) -> None:
    """An access token alone says nothing of who somebody is."""
    stage.issuer.token["id_token"] = None

    assert refused_by(stage.sign_in()) == "id_token.missing"


NOW = 1_900_000_000

REFUSED = [
    ("id_token.iss", {"iss": "https://evil.test"}),
    ("id_token.iss", {"iss": "https://acme.okta.com/"}),
    ("id_token.iss", {"iss": "https://acme.okta.com-evil.test"}),
    ("id_token.iss", {"iss": None}),
    ("id_token.aud", {"aud": "client-2"}),
    ("id_token.aud", {"aud": "xclient-1"}),
    ("id_token.aud", {"aud": None}),
    ("id_token.aud", {"aud": []}),
    ("id_token.aud", {"aud": {"client-1": 1}}),
    ("id_token.aud", {"aud": ["client-1", "stranger"]}),
    ("id_token.aud", {"aud": ["client-1", "stranger"], "azp": "client-1"}),
    ("id_token.azp", {"azp": "stranger"}),
    ("id_token.exp", {"exp": NOW - 3600}),
    ("id_token.exp", {"exp": None}),
    ("id_token.exp", {"exp": "4000000000"}),
    ("id_token.exp", {"exp": float("nan")}),
    ("id_token.exp", {"exp": float("inf")}),
    ("id_token.iat", {"iat": None}),
    ("id_token.iat", {"iat": NOW + 3600}),
    ("id_token.nbf", {"nbf": NOW + 3600}),
    ("id_token.nbf", {"nbf": "soon"}),
    ("id_token.nonce", {"nonce": "another"}),
    ("id_token.nonce", {"nonce": None}),
    ("id_token.sub", {"sub": None}),
    ("id_token.sub", {"sub": ""}),
    ("id_token.sub", {"sub": 7}),
    ("id_token.sub", {"sub": ["alice-1"]}),
    ("id_token.sub", {"sub": "a" * 256}),
]


@pytest.mark.parametrize(("check", "claims"), REFUSED, ids=[f"{name}-{claims}" for name, claims in REFUSED])
def test_a_wrong_claim_is_refused(stage: Any, refused_by: Check, check: str, claims: dict[str, Any]) -> None:
    """Each claim is checked on its own; no userinfo call and no session follow a bad one."""
    stage.issuer.claims = claims

    assert refused_by(stage.sign_in()) == check
    assert not stage.issuer.calls("userinfo")
    assert not stage.browser.signed_in()


ACCEPTED = [
    {"aud": ["client-1"]},
    {"azp": "client-1"},
    {"iat": NOW + 20, "nbf": NOW + 20},
    {"exp": NOW - 20},
    {"iat": NOW - 3000},
    {"exp": NOW + 3600.5},
    {"unknown": {"deep": [1]}},
    {"at_hash": "odd"},
]


@pytest.mark.parametrize("claims", ACCEPTED, ids=str)
def test_an_unusual_but_right_claim_is_accepted(stage: Any, claims: dict[str, Any]) -> None:
    """A list of one audience, clocks 20 seconds apart, and what is none of our business, all pass."""
    stage.issuer.claims = claims

    assert stage.sign_in().status_code == 303


def test_a_token_of_another_tenant_is_refused(stage: Any, refused_by: Check) -> None:
    """The issuer of another tenant on the same host is another issuer."""
    stage.issuers["globex"].claims = {"iss": "https://login.microsoftonline.com/0aa0/v2.0"}

    assert refused_by(stage.sign_in("globex")) == "id_token.iss"


def test_an_id_token_is_good_for_one_login(stage: Any, refused_by: Check) -> None:
    """A token seen before is of another login (OIDC Core 1.0, 15.5.2)."""
    asked = stage.begin()
    stage.issuer.id_token = stage.issuer.signed()
    assert stage.answer(asked).status_code == 303

    assert refused_by(stage.sign_in()) == "id_token.nonce"


def test_a_logout_token_is_no_id_token(stage: Any, refused_by: Check) -> None:
    """The two kinds cannot be swapped (RFC 8725, 3.11)."""
    stage.issuer.header = {"typ": "logout+jwt"}
    stage.issuer.claims = {"nonce": None, "events": {"http://schemas.openid.net/event/backchannel-logout": {}}}

    assert refused_by(stage.sign_in()) == "id_token.nonce"


def test_an_audience_that_was_agreed_is_accepted(stage: Any) -> None:
    """A second audience passes where it is configured as trusted."""
    stage.change("acme", trusted_audiences=("api",))
    stage.issuer.claims = {"aud": ["client-1", "api"], "azp": "client-1"}

    assert stage.sign_in().status_code == 303


def test_subjects_that_differ_only_at_the_end_are_two_people(stage: Any) -> None:
    """A subject of 255 characters is kept whole, in its own case."""
    for sub in ("a" * 254 + "b", "a" * 254 + "B", "a" * 254 + "c"):
        stage.issuer.claims = stage.issuer.userinfo = {"sub": sub}
        stage.sign_in(browser=stage.new_browser())

    assert len(stage.party.accounts.of("acme-7f3")) == 3


@pytest.mark.parametrize("other", ["Alice-1", "alice-1 ", " alice-1"])
def test_subjects_are_kept_as_they_are(stage: Any, other: str) -> None:
    """Case and blanks tell two people apart (OIDC Core 1.0, 2)."""
    stage.sign_in()
    stage.issuer.claims = stage.issuer.userinfo = {"sub": other}
    stage.sign_in()

    assert len(stage.party.accounts.of("acme-7f3")) == 2


@pytest.mark.parametrize("name", ["jku", "x5u"])
def test_an_address_in_the_header_is_not_called(stage: Any, refused_by: Check, name: str, keys: Any) -> None:
    """A token does not say where its key is; only the issuer's metadata does (RFC 8725, 3.10)."""
    stage.issuer.key = keys["stranger"]
    stage.issuer.header = {name: "https://acme-eu.okta.com/keys"}

    assert refused_by(stage.sign_in()) == "id_token.signature"
    assert not stage.issuers["acme-eu"].requests


def test_a_new_signing_key_works_at_once(stage: Any, keys: Any) -> None:
    """An unknown "kid" leads to one new fetch of the keys within the login."""
    stage.sign_in()
    stage.issuer.key, stage.issuer.published = keys["other"], [keys["other"]]

    assert stage.sign_in().status_code == 303
    assert len(stage.issuer.calls("keys")) == 2


def test_made_up_kids_make_no_storm(stage: Any, keys: Any) -> None:
    """Twenty unknown "kid"s lead to a few fetches, and a later rotation still works."""
    for number in range(20):
        stage.issuer.header = {"kid": f"made-up-{number}"}
        stage.sign_in()
    assert len(stage.issuer.calls("keys")) <= 4

    stage.issuer.header = {}
    stage.issuer.key, stage.issuer.published = keys["other"], [keys["other"]]
    stage.clock.now += 31
    assert stage.sign_in().status_code == 303


def test_a_key_of_another_tenant_is_not_used(stage: Any, refused_by: Check, plain_json: Any, keys: Any) -> None:
    """Entra's keys say which issuer they are for; one for another tenant proves nothing here."""
    foreign = {**keys["own"].as_dict(private=False), "issuer": "https://login.microsoftonline.com/other/v2.0"}
    stage.issuers["globex"].answers["keys"] = plain_json({"keys": [foreign]})

    assert refused_by(stage.sign_in("globex")) == "id_token.kid"


def test_a_key_for_any_tenant_is_used(stage: Any, plain_json: Any, keys: Any) -> None:
    """Entra's keys with an open tenant in their issuer serve every tenant."""
    issuer = "https://login.microsoftonline.com/{tenantid}/v2.0"
    open_key = {**keys["own"].as_dict(private=False), "issuer": issuer}
    stage.issuers["globex"].answers["keys"] = plain_json({"keys": [{"kty": "new"}, None, open_key]})

    assert stage.sign_in("globex").status_code == 303


def test_an_encryption_key_signs_nothing(stage: Any, refused_by: Check) -> None:
    """A published key for encryption is no signing key."""
    stage.issuer.published = [RSAKey.import_key({**stage.issuer.key.as_dict(private=True), "use": "enc"})]

    assert refused_by(stage.sign_in()) == "id_token.kid"
