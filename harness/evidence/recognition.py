"""Which IdP, tenant kind and region an address belongs to, and whether a request has to do with a login at all.

Hosts: https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud, Okta's own domains, JumpCloud's three
regions; the product's own addresses from its guide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from harness import people

if TYPE_CHECKING:
    from harness.evidence.hop import Hop

_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_ENTRA = {
    "login.microsoftonline.com": "public cloud",
    "login.windows.net": "public cloud",
    "login.microsoft.com": "public cloud",
    "sts.windows.net": "public cloud, version 1",
    "login.microsoftonline.us": "US government cloud",
    "login.partner.microsoftonline.cn": "China cloud",
    "login.live.com": "personal accounts",
}
_OKTA = re.compile(r"^[\w-]+\.(?:okta|oktapreview|okta-emea|okta-gov)\.com$")
_JUMPCLOUD = re.compile(r"^(?:oauth\.id|console)\.(?:(eu|in)\.)?jumpcloud\.com$")
_CALLBACK = re.compile(r"/api/auth/callback/([a-z_]+)-(.+)$")
_ANSWER = frozenset({"code", "error"})
_ASKED = frozenset({"client_id", "redirect_uri"})


@dataclass(frozen=True, slots=True)
class Idp:
    """An IdP as an address shows it: the vendor's folder name ("" unknown), and its kind of tenant in words."""

    vendor: str
    kind: str = ""


def idp(url: str) -> Idp | None:
    """The IdP that serves an address, or None where it is nobody's that is known."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        return _served((parts.hostname or "").lower(), parts.path)
    except ValueError:
        return None


def _served(host: str, path: str) -> Idp | None:
    if host in _ENTRA:
        return Idp("entra", f"{_ENTRA[host]}, {_entra_tenant(path)}")
    if _OKTA.match(host):
        return Idp("okta", _okta_server(host, path))
    if found := _JUMPCLOUD.match(host):
        return Idp("jumpcloud", f"region {(found[1] or 'us').upper()}")
    if host == "accounts.google.com":
        return Idp("google_workspace", "")
    return Idp("keycloak", "a realm of its own") if re.match(r"^(?:/auth)?/realms/[^/]+", path) else None


def _entra_tenant(path: str) -> str:
    first = path.strip("/").partition("/")[0].lower()
    if first in {"common", "organizations", "consumers"}:
        return f'asked at "{first}"'
    return (
        "one tenant, by its id"
        if _GUID.fullmatch(first)
        else "one tenant, by its domain"
        if "." in first
        else "no tenant named"
    )


def _okta_server(host: str, path: str) -> str:
    if host.partition(".")[0].endswith("-admin"):
        return "address of the admin console"
    found = re.match(r"^/oauth2/(?!v1/)([^/]+)", path)
    if found is None:
        return "org authorization server"
    return 'authorization server "default"' if found[1] == "default" else "custom authorization server"


def app(url: str) -> tuple[str, str]:
    """IdP and region that an address of the product names: ("okta", "eu"), each "" where it names none."""
    try:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}".lower()
    except ValueError:
        return "", ""
    region = next((name for name, known in people.ORIGINS.items() if known == origin), "")
    found = _CALLBACK.search(parts.path)
    vendor = found[1] if found and found[1] in {it.idp for it in people.ORGANISATIONS} else ""
    return vendor, region


def asks(hop: Hop) -> bool:
    """Whether this is an authorization request (RFC 6749, 4.1.1)."""
    return set(hop.parameters) >= _ASKED and "code" not in hop.parameters and "grant_type" not in hop.parameters


def answers(hop: Hop) -> bool:
    """Whether this is an authorization response on its way to an app."""
    names = set(hop.parameters)
    known = idp(hop.url)
    return bool(names & _ANSWER) and ("state" in names or _CALLBACK.search(hop.path) is not None) and known is None


def concerns_a_login(hop: Hop) -> bool:
    """Whether a request may belong to a login: documents, redirects, and whatever has a login's parameters or an IdP's host."""
    if hop.kind.startswith(("image/", "font/", "video/", "audio/")) or hop.kind in {
        "text/css",
        "text/javascript",
        "application/javascript",
    }:
        return asks(hop) or answers(hop)
    return bool(
        hop.location
        or idp(hop.url)
        or asks(hop)
        or answers(hop)
        or hop.kind in {"text/html", "application/xhtml+xml", ""}
    )
