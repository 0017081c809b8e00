"""The settings that a customer typed: read from pasted lines, told as mistakes in a closed vocabulary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from harness.evidence import recognition

_LINE = re.compile(r"^\s*[\"']?([A-Za-z][\w /-]{1,40}?)[\"']?\s*[:=]\s*[\"']?(\S.*?)[\"',]*\s*$", re.MULTILINE)
_NAMES = {
    "issuer": ("issuer", "issuer url", "authority", "okta domain", "domain", "idp domain", "iss", "tenant url"),
    "client_id": ("client id", "client_id", "clientid", "application (client) id", "application id", "app id"),
    "client_secret": ("client secret", "client_secret", "secret", "clientsecret"),
    "redirect_uri": ("redirect uri", "redirect_uri", "callback", "callback url", "reply url", "sign-in redirect uri"),
    "idp": ("idp", "provider", "identity provider"),
}
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def read(text: str) -> dict[str, str]:
    """Settings from pasted "name: value" lines, under the names of `_NAMES`; {} where there are none."""
    found: dict[str, str] = {}
    for name, value in _LINE.findall(text):
        plain = (
            name.strip().casefold().replace("-", " ")
            if "-" in name and "sign" not in name.casefold()
            else name.strip().casefold()
        )
        for ours, theirs in _NAMES.items():
            if plain in theirs or plain.replace(" ", "_") == ours:
                found.setdefault(ours, value.strip())
    return found


def vendor(told: Mapping[str, str]) -> str:
    """The IdP that settings are for: named, or by the issuer's or redirect URI's address."""
    named = told.get("idp", "").casefold().split()
    for known, words in (("entra", {"entra", "azure", "microsoft"}), ("okta", {"okta"}), ("jumpcloud", {"jumpcloud"})):
        if words & set(named):
            return known
    found = recognition.idp(told.get("issuer", ""))
    return found.vendor if found else recognition.app(told.get("redirect_uri", ""))[0]


def mistaken(idp: str, told: Mapping[str, str]) -> dict[str, Any]:
    """The connection's table of a repro file that makes the same mistake with fictional values; {} where there is none."""
    issuer = told.get("issuer", "")
    wrong: dict[str, Any] = {}
    if idp == "entra":
        wrong = _entra(issuer)
    elif idp == "okta":
        wrong = _okta(issuer)
    elif idp == "jumpcloud" and issuer and not issuer.endswith("/"):
        wrong = {"issuer": "{issuer_without_slash}"}
    client, secret = told.get("client_id", ""), told.get("client_secret", "")
    if client and secret and _looks_swapped(idp, client, secret):
        wrong |= {"client_id": "{client_secret}", "client_secret": "{client_id}"}
    elif idp == "entra" and _GUID.fullmatch(secret):
        wrong |= {"client_secret": "00000000-0000-4000-8000-00000000abcd"}
    return wrong


def _entra(issuer: str) -> dict[str, str]:
    found = re.search(r"microsoftonline\.com/(common|organizations|consumers)\b", issuer)
    if found:
        return {"issuer": f"https://login.microsoftonline.com/{found[1]}/v2.0"}
    if "sts.windows.net" in issuer:
        return {"issuer": "https://sts.windows.net/{tenant_id}/"}
    if "microsoftonline.com" in issuer and not issuer.rstrip("/").endswith("v2.0"):
        return {"issuer": "https://login.microsoftonline.com/{tenant_id}"}
    if issuer.endswith("v2.0/"):
        return {"issuer": "https://login.microsoftonline.com/{tenant_id}/v2.0/"}
    return {}


def _okta(issuer: str) -> dict[str, str]:
    if re.search(r"-admin\.okta", issuer):
        return {"issuer": "https://{admin_host}"}
    if issuer.rstrip("/").endswith("/oauth2/default"):
        return {"issuer": "https://{host}/oauth2/default"}
    if issuer.rstrip("/").endswith("/oauth2"):
        return {"issuer": "https://{host}/oauth2"}
    return {"issuer": "https://{host}/"} if re.search(r"\.com/$", issuer) else {}


def _looks_swapped(idp: str, client: str, secret: str) -> bool:
    if idp == "okta":
        return secret.startswith("0oa") and not client.startswith("0oa")
    return idp in {"entra", "jumpcloud"} and bool(_GUID.fullmatch(secret)) and not _GUID.fullmatch(client)
