"""Pasted texts: addresses, tokens, claims, settings, mails with some of each, however they were copied."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.evidence import sources, token
from harness.evidence.sources import Evidence
from harness.evidence.telling import tell

DENIED = "https://app-eu.pelanor.io/api/auth/callback/okta-contoso?error=access_denied&error_description=User+is+not+assigned+to+the+client+application.&state=abc"
CLAIMS = {
    "iss": "https://contoso.okta.com",
    "sub": "00u1",
    "email": "pat@contoso.test",
    "groups": ["a", "b"],
    "dept": "x",
}
MAIL = """Hello support,

our user pat.doe@contoso.test cannot sign in since this morning:

> AADSTS7000222: The provided client secret keys for app '7b1e2c3d-4f50-4a61-8b72-9c83ad94be05' are
> expired.

Issuer: https://login.microsoftonline.com/7b1e2c3d-4f50-4a61-8b72-9c83ad94be05/v2.0
Client ID: 7b1e2c3d-4f50-4a61-8b72-9c83ad94be06

Best regards, Pat"""


def _token(claims: dict[str, object]) -> str:
    parts = [json.dumps({"alg": "RS256", "kid": "k"}), json.dumps(claims)]
    return ".".join(base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in parts) + ".c2lnbmF0dXJl"


def _read(*texts: str) -> Evidence:
    return sources.read(texts)


@pytest.mark.parametrize(
    "url",
    [
        DENIED,
        DENIED.replace("&", "&amp;"),
        DENIED.replace("&error_description", "\r\n  &error_description"),
        DENIED[:70] + "\n" + DENIED[70:],
        DENIED.removeprefix("https://"),
        f"Location: {DENIED}",
        f"See <{DENIED}>, please",
        DENIED.replace("app-eu.pelanor.io", "APP-EU.pelanor.io"),
    ],
)
def test_a_callback_address(url: str) -> None:
    """The address of a callback, wrapped, escaped or in a sentence, tells IdP, region and cause."""
    account = tell(_read(url))

    assert (account.idp.vendor, account.region, account.check) == ("okta", "eu", "idp_error")
    assert account.findings[0].entry.id == "okta/person_not_assigned"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DENIED.partition("?")[2], "okta/person_not_assigned"),
        ("?error=access_denied&error_subcode=cancel&state=1", "entra/cancelled"),
        ("https://login.microsoftonline.com/error?code=50105", "entra/person_not_assigned"),
        (
            "https://console.jumpcloud.com/oidc/error?error=invalid_request&error_description=The+request+is+missing+a+required+parameter%2C+includes+an+invalid+parameter+value%2C+includes+a+parameter+more+than+once%2C+or+is+otherwise+malformed.+The+%27redirect_uri%27+parameter+does+not+match+any+of+the+OAuth+2.0+Client%27s+pre-registered+redirect+urls.",
            "jumpcloud/redirect_uri_mismatch",
        ),
        ('{"error":"invalid_grant","error_description":"PKCE verification failed."}', "okta/pkce_verifier_wrong"),
        ('[{"status":{"errorCode":50105,"failureReason":"not assigned"}}]', "entra/person_not_assigned"),
    ],
)
def test_an_error_in_any_form(text: str, expected: str) -> None:
    """Parameters alone, an IdP's error page, a JSON answer and a sign-in log say the same."""
    assert tell(_read(text)).findings[0].entry.id == expected


def test_a_begun_login_is_told_as_begun() -> None:
    """An authorization request alone says where it goes and that it goes no further."""
    url = "https://contoso.okta.com/oauth2/v1/authorize?client_id=0oa&redirect_uri=https%3A%2F%2Fapp.pelanor.io%2Fapi%2Fauth%2Fcallback%2Fokta-contoso&state=s"
    account = tell(_read(url))

    assert (account.idp.vendor, account.region, account.hop) == ("okta", "us", "authorization request")


@pytest.mark.parametrize(
    "text",
    [
        _token(CLAIMS),
        "\n".join(_token(CLAIMS)[at : at + 60] for at in range(0, len(_token(CLAIMS)), 60)),
        f"id_token: {_token(CLAIMS)}",
        json.dumps(CLAIMS),
        json.dumps({"payload": CLAIMS}),
        str(CLAIMS),
        json.dumps([{"typ": name, "val": value} for name, value in CLAIMS.items()]),
        "\n".join(f"{name}: {json.dumps(value)}" for name, value in CLAIMS.items()),
        json.dumps({"access_token": "x", "id_token": _token(CLAIMS)}),
    ],
)
def test_claims_in_any_form(text: str) -> None:
    """A token, wrapped or in an answer, JSON, a log's dictionary, pairs and lines are the same claims."""
    assert _read(text).claims["groups"] == ["a", "b"]
    assert tell(_read(text)).idp.vendor == "okta"


def test_a_token_that_was_cut_short_gives_what_is_whole() -> None:
    """Half a token still says who issued it."""
    cut = _token(CLAIMS)[:110]

    assert (token.claims(cut) or {}).get("iss") == CLAIMS["iss"]


def test_a_mail_with_some_of_each() -> None:
    """Error, settings and prose of one mail are told apart."""
    evidence = _read(MAIL)
    account = tell(evidence)

    assert evidence.settings["client_id"].endswith("be06")
    assert account.findings[0].entry.id == "entra/secret_expired"
    assert account.idp.vendor == "entra"


def test_a_mixture_of_files_and_texts(tmp_path: Path) -> None:
    """Several inputs are one account."""
    path = tmp_path / "claims.json"
    path.write_text(json.dumps(CLAIMS), encoding="utf-16")
    account = tell(_read(str(path), "okta user is not assigned to the client application"))

    assert account.shape["groups"] == "list of 2"
    assert account.findings[0].entry.id == "okta/person_not_assigned"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("shot.png", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "type the words"),
        ("report.pdf", b"%PDF-1.7 x", "type the words"),
        ("blob.bin", b"a\x00b" * 10, "no text"),
        ("docs.zip", b"PK\x03\x04nothing", "no readable HAR"),
    ],
)
def test_what_cannot_be_read_is_one_line(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    """A picture, a document, anything else: one line with the way out."""
    path = tmp_path / name
    path.write_bytes(data)
    evidence = _read(str(path))

    assert evidence.empty
    assert len(evidence.trouble) == 1
    assert words in evidence.trouble[0]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.from_regex(r"https?://[a-z:\[\]@/?&=%#. ]{0,80}"))
def test_any_text_is_taken_or_told(text: str) -> None:
    """No pasted text breaks the reading; what is used nowhere is told."""
    evidence = _read(text)

    assert not evidence.empty or evidence.trouble or not any(it.isalnum() for it in text)
    tell(evidence)
