"""A raw ID token or pasted claims: who issued it, and the shape of its claims. The signature does not matter and is not kept."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from typing import Any

from harness.evidence import recognition
from harness.evidence.recognition import Idp

_JWT = re.compile(r"eyJ[\w-]+\.(eyJ[\w-]+)(?:\.[\w-]*)?")

KNOWN = frozenset(
    """iss aud exp iat nbf auth_time nonce sub azp amr acr at_hash c_hash jti sid rat ver tid oid upn unique_name idp aio rh uti
    name given_name family_name middle_name nickname preferred_username email email_verified xms_edov groups roles memberOf
    member_of hasgroups _claim_names _claim_sources picture locale zoneinfo updated_at hd jc_org typ session_state login_hint
    ipaddr family realm_access resource_access""".split()  # noqa: SIM905 - a long list reads better as text
)
"""Claims that a repro file may name; others could be a customer's own words and are only counted."""


def claims(text: str) -> dict[str, Any] | None:
    """The claims in a text: a compact token, or a JSON object with claims; None for anything else."""
    if found := _JWT.search(text):
        body = found[1] + "=" * (-len(found[1]) % 4)
        try:
            told = json.loads(base64.urlsafe_b64decode(body))
        except (binascii.Error, ValueError):
            return None
        return told if isinstance(told, dict) else None
    try:
        told = json.loads(text)
    except ValueError:
        return None
    if not isinstance(told, dict):
        return None
    inner = told.get("claims") or told.get("payload") or told
    return inner if isinstance(inner, dict) and {"iss", "sub"} & set(inner) else None


def idp(told: Mapping[str, Any]) -> Idp:
    """Who issued it."""
    issuer = str(told.get("iss", ""))
    found = recognition.idp(issuer)
    if found and found.vendor == "entra":
        version = f"version {told.get('ver', '2.0')} token"
        return Idp("entra", f"{'personal account' if '9188040d' in issuer else 'one tenant'}, {version}")
    if found:
        return found
    if "rat" in told or "jc_org" in told:
        return Idp("jumpcloud", "")
    return Idp("okta", "custom domain") if str(told.get("jti", "")).startswith("ID.") else Idp("")


def shape(told: Mapping[str, Any]) -> dict[str, str]:
    """The names of known claims, each with its type: "text", "true", "false", "number", "list of 3", "object", "null".

    The texts "true" and "false" are told as such, for a constant attribute of an IdP is one and no person.
    """
    return {name: kind(value) for name, value in told.items() if name in KNOWN}


def kind(value: Any) -> str:
    """The type of a value, in the words of a repro file."""
    if isinstance(value, list):
        return f"list of {len(value)}"
    if isinstance(value, str):
        return f'text "{value}"' if value in {"true", "false"} else "text" if value else "empty text"
    named = {bool: "true" if value else "false", int: "number", float: "number", type(None): "null"}
    return named.get(type(value), "object")
