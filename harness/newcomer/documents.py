"""Reading what a new IdP publishes; whatever cannot be used is one line with the way out."""

from __future__ import annotations

import base64
import binascii
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from harness.command import BadInput

NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")
"""Members of a discovery document without which a login cannot be rehearsed (OIDC Discovery 1.0, 3)."""

LARGEST = 1_000_000
"""Bytes that a document may have; real ones have some thousands."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One ID token: its header where a whole token was given, and its claims in wire order."""

    claims: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)


def discovery(name: str) -> dict[str, Any]:
    """The discovery document in a file, or on standard input for "-".

    Raises:
        BadInput: It is no discovery document, or one of an issuer that the standard issuer cannot stand for.
    """
    document = _object(name, "discovery document")
    for member in NEEDED:
        value = document.get(member)
        if not isinstance(value, str) or not value:
            raise BadInput(f'"{name}" has no "{member}"; a discovery document names one (OIDC Discovery 1.0, 3)')
        if urlsplit(value).scheme != "https" or not urlsplit(value).hostname:
            raise BadInput(f'"{member}" of "{name}" is "{value}"; an issuer\'s addresses begin with https://')
    _must_list(name, document, "response_types_supported", "code", "the rehearsed login is the code flow")
    _must_list(name, document, "id_token_signing_alg_values_supported", "RS256", "the standard issuer signs RS256 only")
    return document


def _must_list(name: str, document: dict[str, Any], member: str, value: str, why: str) -> None:
    listed = document.get(member, [value])
    if not isinstance(listed, list) or value not in listed:
        raise BadInput(
            f'"{member}" of "{name}" does not list "{value}": {why}; write a vendor by hand (docs/new-idp.md)'
        )


def jwks(name: str) -> list[dict[str, Any]]:
    """The keys of a key set that sign ID tokens with RS256.

    Raises:
        BadInput: It is no key set, or has no such key.
    """
    listed = _object(name, "key set").get("keys")
    if not isinstance(listed, list):
        raise BadInput(f'"{name}" has no "keys"; a key set is an object with that list (RFC 7517, 5)')
    keys = [
        key for key in listed if isinstance(key, dict) and key.get("kty") == "RSA" and isinstance(key.get("n"), str)
    ]
    if not keys:
        raise BadInput(f'"{name}" holds no RSA key; give the key set that "jwks_uri" of the discovery document names')
    return keys


def sample(name: str) -> Sample:
    """One ID token: a compact JWT, or the JSON object of its claims.

    Raises:
        BadInput: It is neither.
    """
    text = _text(name, "ID token")
    parts = text.split()[0].split(".") if text.split() else []
    if len(parts) == 3:  # noqa: PLR2004 - header, claims, signature
        header, claims = (_segment(part) for part in parts[:2])
        if header is not None and claims is not None:
            return Sample(claims, header)
    told = _json(name, text, "ID token")
    inner = told.get("claims") or told.get("payload") or told
    if not isinstance(inner, dict) or "sub" not in inner:
        raise BadInput(f'"{name}" holds no claims; give one ID token, or the JSON object of its claims with "sub"')
    return Sample(inner)


def bits(key: dict[str, Any]) -> int:
    """The length of an RSA key's modulus in bits."""
    raw = key["n"]
    return len(base64.urlsafe_b64decode(raw + "=" * (-len(raw) % 4)).lstrip(b"\0")) * 8


def _segment(part: str) -> dict[str, Any] | None:
    try:
        found = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (binascii.Error, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _object(name: str, what: str) -> dict[str, Any]:
    return _json(name, _text(name, what), what)


def _json(name: str, text: str, what: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(f'"{name}" is no JSON ({error}); give the {what} as the IdP serves it') from None
    if not isinstance(found, dict):
        raise BadInput(f'"{name}" is no JSON object; give the {what} as the IdP serves it')
    return found


def _text(name: str, what: str) -> str:
    if "://" in name:
        raise BadInput(
            f'"{name}" is an address, and nothing here leaves the machine; save the {what} and give the file'
        )
    try:
        raw = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else _head(Path(name))
    except OSError as error:
        raise BadInput(f'"{name}" cannot be read ({error.strerror}); name the file that holds the {what}') from None
    if len(raw) > LARGEST:
        raise BadInput(f'"{name}" has more than {LARGEST:,} bytes; that is no {what}')
    try:
        return raw.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise BadInput(f'"{name}" is no text; give the {what} as the IdP serves it') from None


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
