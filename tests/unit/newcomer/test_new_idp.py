"""sso-harness new-idp: what is read, what is guessed, what is written, and that the result works."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.command import BadInput
from harness.newcomer import documents, draft, place
from harness.newcomer.documents import Sample
from mock_idps.core.standard import description

ROOT = Path(__file__).resolve().parents[3]


def document(issuer: str = "https://kunde.login.example/oidc/2", **members: Any) -> dict[str, Any]:
    """A discovery document of an issuer; a member that is None is left out."""
    told = {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer.rstrip('/')}/authorize",
        "token_endpoint": f"{issuer.rstrip('/')}/token",
        "userinfo_endpoint": f"{issuer.rstrip('/')}/userinfo",
        "jwks_uri": f"{issuer.rstrip('/')}/keys",
        "introspection_endpoint": f"{issuer.rstrip('/')}/introspect",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
    }
    return {name: value for name, value in {**told, **members}.items() if value is not None}


def made(told: dict[str, Any] | None = None, **claims: Any) -> dict[str, str]:
    """The files of a draft called "newcomer"."""
    return draft.files(draft.made("newcomer", told or document(), [], Sample(claims), label=""))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is no JSON"),
        ("<html>", "is no JSON"),
        ("[1]", "is no JSON object"),
        ("{}", 'has no "issuer"'),
        (json.dumps(document(token_endpoint=None)), 'has no "token_endpoint"'),
        (json.dumps(document(jwks_uri="http://kunde.login.example/keys")), "begin with https://"),
        (json.dumps(document(response_types_supported=["id_token"])), 'does not list "code"'),
        (json.dumps(document(id_token_signing_alg_values_supported=["ES256"])), 'does not list "RS256"'),
        (json.dumps(document(id_token_signing_alg_values_supported="RS256")), 'does not list "RS256"'),
        ("{" * 100_000, "is no JSON"),
    ],
)
def test_unusable_discovery_document_is_one_line(tmp_path: Path, text: str, says: str) -> None:
    """A document that cannot be used is refused with what is wrong and the way out, in one line."""
    file = tmp_path / "doc.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(BadInput, match=says) as refused:
        documents.discovery(str(file))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["https://issuer.example/.well-known/openid-configuration", "nowhere.json", "."])
def test_document_that_cannot_be_read_is_one_line(name: str) -> None:
    """An address, a file that is not there and a folder are refused; nothing is fetched."""
    with pytest.raises(BadInput, match=r"give the file|cannot be read"):
        documents.discovery(name)


def test_document_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """Documents saved by Windows programs begin with a mark."""
    file = tmp_path / "doc.json"
    file.write_text("\ufeff" + json.dumps(document()), encoding="utf-8")

    assert documents.discovery(str(file))["jwks_uri"].endswith("/keys")


def test_whole_id_token_is_a_sample(tmp_path: Path) -> None:
    """A compact token gives header and claims; its signature does not matter."""
    header, claims = ({"kid": "k", "alg": "RS256"}, {"sub": "1", "aud": "a"})
    parts = [base64.urlsafe_b64encode(json.dumps(it).encode()).decode().rstrip("=") for it in (header, claims)]
    file = tmp_path / "token.txt"
    file.write_text(".".join([*parts, "c2ln"]) + "\n", encoding="utf-8")

    assert documents.sample(str(file)) == Sample(claims, header)


@pytest.mark.parametrize("text", ["{}", "not a token", "a.b.c"])
def test_what_is_no_token_is_refused(tmp_path: Path, text: str) -> None:
    """Neither a token nor claims is one line."""
    file = tmp_path / "token.txt"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(BadInput):
        documents.sample(str(file))


@pytest.mark.parametrize("name", ["", "Ping", "ping-one", "1ping", "class", "../x", "okta"])
def test_unusable_name_is_refused(name: str) -> None:
    """A name that is no package's, or is taken, is refused."""
    with pytest.raises(BadInput):
        draft.named(name, {"okta": None})


@pytest.mark.parametrize(
    ("issuer", "pattern"),
    [
        ("https://accounts.vendor.example", "https://accounts.vendor.example"),
        ("https://kunde.vendor.example/", "https://{customer}.vendor.example/"),
        ("https://kunde.vendor.example/oidc/2", "https://{customer}.vendor.example/oidc/2"),
        ("https://auth.vendor.example/realms/kunde", "https://auth.vendor.example/realms/{customer}"),
        ("https://auth.vendor.example/4f0c-kunde/as", "https://auth.vendor.example/{customer}/as"),
    ],
)
def test_customer_is_found_in_the_issuer(issuer: str, pattern: str) -> None:
    """The part of an issuer that names the customer is guessed, the slash at its end is kept."""
    assert place.of(issuer).pattern == pattern


def test_document_is_the_vendors_with_places_to_fill_in() -> None:
    """Values and order are kept; issuer and host become places; endpoints that are not served are left out."""
    told = document("https://kunde.vendor.example/", end_session_endpoint="https://kunde.vendor.example/bye")
    text = json.loads(made(told)["mock_idps/newcomer/discovery.json"])

    assert text["issuer"] == "{issuer}/"
    assert text["end_session_endpoint"] == "{issuer}/bye"
    assert "introspection_endpoint" not in text
    assert [*text] == [name for name in told if name != "introspection_endpoint"]


def test_claims_keep_their_order_and_their_shape() -> None:
    """A list audience stays a list, text "true" stays text, and a nonce always goes along."""
    rows = tomllib.loads(made(sub="1", aud=["a"], email_verified="true", acr="1")["mock_idps/newcomer/vendor.toml"])
    table = {row["claim"]: row for row in rows["id_token"]}

    assert [*table] == ["sub", "aud", "email_verified", "acr", "nonce"]
    assert table["aud"]["as_list"] is True
    assert table["email_verified"]["default"] == "true"
    assert table["acr"]["value"] == "1"


def test_subject_that_is_the_login_name_is_told() -> None:
    """A provider whose subject is the login name is drafted so, and the adapter says what that means."""
    files = made(sub="real.person", preferred_username="real.person")
    rows = tomllib.loads(files["mock_idps/newcomer/vendor.toml"])["id_token"]

    assert rows[0] == {"claim": "sub", "from": "person.login", "guessed": True}
    assert "can change hands" in files["harness/reference_rp/adapters/newcomer.py"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(min_size=1, max_size=12), JSON, max_size=6))
def test_whatever_a_token_holds_a_description_comes_of_it(claims: dict[str, Any]) -> None:
    """Any claims of any type give a description that can be read again."""
    files = made(**{"sub": "1", **{f"x{name}": value for name, value in claims.items()}})

    told = tomllib.loads(files["mock_idps/newcomer/vendor.toml"])
    assert description.rows(told["id_token"])


@pytest.mark.parametrize(
    "claim", ["sub", "name", "email", "phone_number", "department", "groups", "tid", "custom", "iss"]
)
def test_nothing_of_a_person_is_written(claim: str) -> None:
    """No value of the token given reaches a file: it is somebody's."""
    files = made(**{"sub": "1", claim: "Zaphod-4711"}, address={"street": "Zaphod-4711"}, teams=["Zaphod-4711"])

    assert not any("Zaphod-4711" in text for text in files.values())


def test_files_that_are_there_are_not_overwritten(tmp_path: Path) -> None:
    """Nothing is written when one of the files exists."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "newcomer.md").write_text("mine", encoding="utf-8")

    with pytest.raises(BadInput, match="not overwritten"):
        draft.write(tmp_path, made())
    assert not (tmp_path / "mock_idps").exists()


def test_first_version_works_and_keeps_the_contract(tmp_path: Path) -> None:
    """A drafted IdP signs somebody in at once and passes the battery that every vendor's folder must pass."""
    for room in ("harness", "mock_idps", "scenarios", "tests/contract", "docs"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "doc.json").write_text(json.dumps(document()), encoding="utf-8")
    verb = "import sys; from harness.cli import main; sys.exit(main())"

    drafted = _run(tmp_path, "-c", verb, "new-idp", "newcomer", "--discovery", "doc.json")
    # The others in that folder hold pages to what they describe, which is not all copied.
    contracts = [str(file.relative_to(tmp_path)) for file in sorted(tmp_path.glob("tests/contract/test_every_*.py"))]
    checked = _run(tmp_path, "-m", "pytest", "-q", *contracts, "-k", "newcomer")

    assert drafted.returncode == 0, drafted.stdout + drafted.stderr
    assert "it works" in drafted.stdout
    assert checked.returncode == 0, checked.stdout


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )
