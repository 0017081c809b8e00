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
_ENTRA_SUFFIXES = (".login.microsoftonline.com", ".login.microsoft.com")
_OKTA = re.compile(r"^[\w-]+\.(?:okta|oktapreview|okta-emea|okta-gov|trexcloud)\.com$")
_OKTA_PATH = re.compile(r"^/oauth2/(?:v1|[\w-]+/v1)/(?:authorize|token|logout|userinfo)\b")
_JUMPCLOUD = re.compile(r"^(?:[\w-]+\.)+?(?:(eu|in)\.)?jumpcloud\.com$")
_OTHERS = {
    "Auth0": re.compile(r"\.auth0\.com$"),
    "Ping": re.compile(r"\.pingone\.(?:com|eu|asia|ca)$|\.pingidentity\.com$"),
    "OneLogin": re.compile(r"\.onelogin\.com$"),
    "Amazon Cognito": re.compile(r"\.amazoncognito\.com$"),
    "Azure AD B2C": re.compile(r"\.b2clogin\.com$"),
    "Entra External ID": re.compile(r"\.ciamlogin\.com$"),
    "Duo": re.compile(r"\.duosecurity\.com$"),
    "Apple": re.compile(r"^appleid\.apple\.com$"),
    "GitLab": re.compile(r"^gitlab\.com$"),
    "Salesforce": re.compile(r"\.salesforce\.com$"),
    "Zitadel": re.compile(r"\.zitadel\.cloud$"),
    "CyberArk": re.compile(r"\.cyberark\.cloud$|\.idaptive\.app$"),
    "IBM Verify": re.compile(r"\.verify\.ibm\.com$"),
    "WorkOS": re.compile(r"^api\.workos\.com$"),
}
"""IdPs that have no mock of their own, by host."""

_CALLBACK = re.compile(r"/api/auth/callback/([a-z_]+)-([^/?#]+)")
_ANSWER = frozenset({"code", "error", "id_token"})
_ASKED = frozenset({"client_id", "redirect_uri"})
_PUSHED = frozenset({"client_id", "request_uri"})
_PARTS = frozenset(
    {"text/css", "text/javascript", "application/javascript", "application/x-javascript", "application/wasm"}
)
_ERROR = 400


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
    if host in _ENTRA or host.endswith(_ENTRA_SUFFIXES):
        return Idp("entra", f"{_ENTRA.get(host, 'public cloud')}, {_entra_tenant(path)}")
    if _OKTA.match(host):
        return Idp("okta", _okta_server(host, path))
    if found := _JUMPCLOUD.match(host):
        return Idp("jumpcloud", f"region {(found[1] or 'us').upper()}")
    if host in {"accounts.google.com", "oauth2.googleapis.com"}:
        return Idp("google_workspace", "")
    return _by_product(host, path)


def _by_product(host: str, path: str) -> Idp | None:
    """An IdP by its product: told by the path where customers run it at a name of their own."""
    if re.match(r"^(?:/auth)?/realms/[^/]+", path):
        return Idp("keycloak", "a realm of its own")
    other = next((name for name, pattern in _OTHERS.items() if pattern.search(host)), "")
    if other:
        return Idp("generic", f"{other}, rehearsed as any other IdP")
    return Idp("okta", f"custom domain, {_okta_server(host, path)}") if _OKTA_PATH.match(path) else None


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


def is_callback(hop: Hop) -> bool:
    """Whether a request is of the product's callback with nothing in it."""
    return _CALLBACK.search(hop.path) is not None and not hop.parameters


def asks(hop: Hop) -> bool:
    """Whether this is an authorization request (RFC 6749, 4.1.1), perhaps a pushed one (RFC 9126)."""
    names = set(hop.parameters)
    if names & {"code", "grant_type", "error"}:
        return False
    return names >= _ASKED or (names >= _PUSHED and "authoriz" in hop.path)


def redeems(hop: Hop) -> bool:
    """Whether this is a token request that the browser itself sends (RFC 6749, 4.1.3)."""
    return hop.method in {"POST", "OPTIONS"} and "grant_type" in hop.parameters


def answers(hop: Hop) -> bool:
    """Whether this is an authorization response on its way to an app."""
    names = set(hop.parameters)
    if idp(hop.url) is not None or "grant_type" in names:
        return False
    return bool(names & _ANSWER) and ("state" in names or _CALLBACK.search(hop.path) is not None)


def concerns_a_login(hop: Hop) -> bool:
    """Whether a request may belong to a login: documents, redirects, failures, and what has its parameters or an IdP's host."""
    if asks(hop) or answers(hop) or redeems(hop):
        return True
    if hop.kind.startswith(("image/", "font/", "video/", "audio/")) or hop.kind in _PARTS:
        return False
    documents = {"text/html", "application/xhtml+xml", ""}
    return bool(hop.location or idp(hop.url) or hop.status >= _ERROR or hop.kind in documents)
