"""A raw ID token or pasted claims: who issued it, and the shape of its claims. The signature does not matter and is not kept."""

from __future__ import annotations

import ast
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

ENOUGH = 3
"""Known claims that make lines or an object without issuer and subject a dump of claims."""


def claims(text: str) -> dict[str, Any] | None:
    """The claims in a text: a compact token (cut short or wrapped, too), a JSON object or list, lines; None for anything else."""
    whole = "".join(text.split())
    if found := (_JWT.fullmatch(whole) or _JWT.search(text)):
        return _payload(found[1])
    told = _json(text)
    if isinstance(told, list):
        told = _listed(told)
    if isinstance(told, dict):
        inner = told.get("claims") or told.get("payload") or told.get("id_token_claims") or told
        return inner if isinstance(inner, dict) and _is_claims(inner) else None
    return _lined(text)


def _payload(body: str) -> dict[str, Any] | None:
    """The middle of a token; of one that was cut short, the claims that are whole."""
    try:
        text = base64.urlsafe_b64decode(body[: len(body) - (len(body) % 4 == 1)] + "=" * (-len(body) % 4)).decode(
            "utf-8", "ignore"
        )
    except (binascii.Error, ValueError):
        return None
    while text:
        told = _json(text if text.endswith("}") else text + "}")
        if isinstance(told, dict):
            return told
        text = text.rpartition(",")[0]
    return None


def _json(text: str) -> Any:
    """A JSON value, or a Python literal as a log prints it; None for anything else."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(text) if text.lstrip()[:1] in {"{", "["} else None
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return None


def _listed(told: list[Any]) -> dict[str, Any] | None:
    """Claims as a list of pairs, as .NET and Azure's App Service show them."""
    if len(told) == 1 and isinstance(told[0], dict) and isinstance(told[0].get("user_claims"), list):
        told = told[0]["user_claims"]
    pairs = [
        (str(it.get("typ") or it.get("type")).rpartition("/")[2], it.get("val", it.get("value")))
        for it in told
        if isinstance(it, dict)
    ]
    found = {name: value for name, value in pairs if name != "None"}
    return found if _is_claims(found) else None


def _lined(text: str) -> dict[str, Any] | None:
    """Claims as lines "name: value"."""
    found = {
        name: _value(value)
        for name, value in re.findall(r"^[\s\"']*(\w+)[\"']?[ \t]*[:=][ \t]*(.+?),?[ \t]*$", text, re.MULTILINE)
    }
    return found if _is_claims(found) and len(set(found) & KNOWN) >= ENOUGH else None


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text.strip("\"'")


def _is_claims(told: Mapping[str, Any]) -> bool:
    return bool({"iss", "sub"} & set(told)) or len(set(told) & KNOWN - {"idp", "name", "email", "roles"}) >= ENOUGH


def idp(told: Mapping[str, Any]) -> Idp:
    """Who issued it."""
    issuer = str(told.get("iss", ""))
    found = recognition.idp(issuer)
    if found and found.vendor == "entra":
        version = f"version {'1.0' if 'sts.windows.net' in issuer else '2.0'} token"
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


def oddities(vendor: str, claims: Mapping[str, Any]) -> list[str]:
    """What is unusual about claims, in the words of bugs that are known."""
    groups = claims.get("groups", claims.get("memberOf"))
    found = {
        "_claim_names groups src1": "_claim_names" in claims or "hasgroups" in claims,
        "id_token did not contain an email issuer https://sts.windows.net": "sts.windows.net" in str(claims.get("iss")),
        "single group arrives as a string": isinstance(groups, str),
        "cannot unmarshal string into Go struct field email_verified of type bool": isinstance(
            claims.get("email_verified"), str
        ),
        "no email claim in ID token": "email" not in claims and vendor == "entra",
        "email_verified false for ever": claims.get("email_verified") is False and vendor == "okta",
        "profile has no name": "name" not in claims and vendor == "jumpcloud",
        "cookie larger than 4 kB, redirect loop": isinstance(groups, list) and len(groups) > 100,  # noqa: PLR2004 - 100 ids fill a cookie
    }
    return [text for text, is_so in found.items() if is_so]
