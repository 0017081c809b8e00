"""harness/record/signatures.py: whether a recorded token's signature holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from joserfc import jws
from joserfc.jwk import RSAKey

from harness.record.events import Hop, Token
from harness.record.recording import Recording

JSON = (("content-type", "application/json"),)
KEYS = "https://globex.okta.com/keys"


@cache
def key(kid: str) -> RSAKey:
    """A key of that name; made once."""
    return RSAKey.generate_key(2048, {"kid": kid})


def signed(with_key: RSAKey, kid: str | None = "a") -> str:
    """A token's text."""
    header = {"alg": "RS256"} | ({"kid": kid} if kid else {})
    return jws.serialize_compact(header, b'{"sub":"alice"}', with_key)


def answer(make: Callable[..., Any], token: str) -> Any:
    """A token response."""
    body = json.dumps({"id_token": token})
    return make("https://globex.okta.com/token", "POST", told=JSON, answer=body)


def published(make: Callable[..., Any], *keys: RSAKey) -> Any:
    """A key set."""
    body = json.dumps({"keys": [it.as_dict(private=False) for it in keys]})
    return make(KEYS, told=JSON, answer=body)


@pytest.mark.parametrize(
    ("token", "word"),
    [
        (lambda: signed(key("a")), "valid"),
        (lambda: signed(key("b")), "invalid"),
        (lambda: signed(key("a"), "c"), "key not published"),
        (lambda: signed(key("a"), None), "valid"),
        (lambda: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.", "none"),
        (lambda: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln", "cannot be checked"),
    ],
)
def test_a_signature_is_judged(
    token: Callable[[], str], word: str, make: Callable[..., Any], record: Callable[..., Recording]
) -> None:
    """Right key, wrong key under a right name, unknown name, no name, no signature, a secret's signature."""
    (seen,) = record(answer(make, token()), published(make, key("a"))).of(Token)

    assert seen.signature == word


def test_the_newest_keys_outlive_a_case(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """An app that caches the key set does not fetch it in every login."""
    record(published(make, key("a")))

    (seen,) = record(answer(make, signed(key("a")))).of(Token)
    assert seen.signature == "valid"


def test_without_keys_nothing_is_claimed(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """Where no key set was fetched the recording does not guess."""
    (seen,) = record(answer(make, signed(key("a")))).of(Token)

    assert seen.signature == "no key set was fetched"


def test_the_verdict_is_found_by_the_masked_token(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """The verdict names the token as it stands in the masked hop."""
    recording = record(answer(make, signed(key("a"))), published(make, key("a")))

    (seen,) = recording.of(Token)
    assert "[masked:signature:" in seen.token
    assert seen.token in next(recording.of(Hop)).response_body


def test_a_broken_key_set_is_no_key_set(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """Keys that cannot be read verify nothing and break nothing."""
    broken = make(KEYS, told=JSON, answer='{"keys": [{"kty": "RSA", "n": 1}]}')

    (seen,) = record(answer(make, signed(key("a"))), broken).of(Token)
    assert seen.signature == "key not published"
