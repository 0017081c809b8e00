"""The settings that a customer typed: read from pasted lines, told as mistakes in a closed vocabulary."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from harness.evidence import recognition
from harness.reference_rp import connection_advice

_LINE = re.compile(
    r"^[\s>*•-]*[\"'`]?([^\W\d_][\w /().-]{1,40}?)[\"'`*]*[ \t]*[:=][\"'`* \t]*(\S.*?)[\"',;`]*[ \t]*$", re.MULTILINE
)
_NAMES = {
    "issuer": ("issuer", "issuer url", "issuer uri", "authority", "domain", "iss", "tenant url", "org url"),
    "client_id": ("client id", "clientid", "application id", "app id", "anwendungs id", "application client id"),
    "client_secret": (
        "client secret",
        "secret",
        "clientsecret",
        "secret value",
        "clientschlüssel",
        "geheimer clientschlüssel",
    ),
    "redirect_uri": ("redirect uri", "redirect url", "callback", "callback url", "reply url", "umleitungs uri"),
    "idp": ("idp", "provider", "identity provider"),
    "tenant": ("tenant id", "directory tenant id", "directory id", "verzeichnis id", "tenant"),
}
_GUID = connection_advice.GUID
_ISSUER = re.compile(
    r"https://(?:login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn|sts\.windows\.net)/[\w.-]+(?:/v2\.0)?/?"
    r"|(?:https://)?[\w-]+\.(?:okta|oktapreview|okta-emea|okta-gov)\.com(?:/oauth2/\w+)?"
    r"|https://oauth\.id\.(?:(?:eu|in)\.)?jumpcloud\.com/?"
)
_CALLBACK = re.compile(r"https?://[^\s\"'<>]+/api/auth/callback/[^\s\"'<>,;]+")
_OKTA_CLIENT = re.compile(r"\b0oa\w{14,20}\b")


def read(text: str) -> dict[str, str]:
    """Settings from pasted text, under the names of `_NAMES`; {} where there are none.

    Lines "name: value" count in any spelling a portal, a mail or an environment file has; addresses are known by their form too.
    """
    text = _as_lines(text)
    found: dict[str, str] = {}
    for name, value in _LINE.findall(text):
        plain = _plain(name)
        for ours, theirs in _NAMES.items():
            if any(plain == it or plain.endswith(f" {it}") for it in theirs):
                found.setdefault(ours, value.strip())
                break
    for name, pattern in (("issuer", _ISSUER), ("redirect_uri", _CALLBACK), ("client_id", _OKTA_CLIENT)):
        if name not in found and (seen := pattern.search(text)):
            found[name] = seen[0]
    if "issuer" not in found and _GUID.fullmatch(found.get("tenant", "")):
        found["issuer"] = f"https://login.microsoftonline.com/{found['tenant']}/v2.0"
    found.pop("tenant", None)
    return found


def _as_lines(text: str) -> str:
    """A JSON object as lines "name: value"; any other text as it is."""
    try:
        told = json.loads(text)
    except ValueError:
        return text
    rows = told.items() if isinstance(told, dict) else ()
    inner = [it for _, value in rows if isinstance(value, dict) for it in value.items()]
    return "\n".join(f"{name}: {value}" for name, value in [*rows, *inner] if isinstance(value, str))


def labelled(text: str) -> bool:
    """Whether a text holds settings under their names, rather than an address in passing."""
    names = {_plain(name) for name, _ in _LINE.findall(_as_lines(text))}
    asked = (*_NAMES["issuer"], *_NAMES["client_id"], *_NAMES["client_secret"], *_NAMES["redirect_uri"])
    return any(plain == it or plain.endswith(f" {it}") for plain in names for it in asked)


def _plain(name: str) -> str:
    """A setting's name without case, camel case, punctuation and underscores."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.sub(r"[^\w]|_", " ", spaced).casefold().split())


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
