"""What a hop is for, in the field's words: told by discovery where the recording holds it, and by its parameters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from harness.record.bodies import content_type
from harness.record.events import Hop
from harness.record.logins import pairs, query

WORDS = {
    "discovery": "Discovery document",
    "jwks": "Key set (JWKS)",
    "authorize": "Authorization request",
    "sign_in": "Sign-in page",
    "callback": "Authorization response",
    "token": "Token request",
    "refresh": "Refresh",
    "userinfo": "Userinfo request",
    "logout": "Logout request",
    "logout_token": "Back-channel logout",
    "start": "Start of the login",
    "who": "Who is signed in",
    "page": "Page of the app",
    "file": "File",
    "tunnel": "Refused: no host of this run",
}
"""Each purpose as a reader sees it."""

_ENDPOINTS = {
    "authorization_endpoint": "authorize",
    "token_endpoint": "token",
    "userinfo_endpoint": "userinfo",
    "jwks_uri": "jwks",
    "end_session_endpoint": "logout",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a hop is for: a key of WORDS."""

    key: str

    @property
    def words(self) -> str:
        """As a reader sees it."""
        return WORDS[self.key]


def of(hops: Iterable[Hop]) -> dict[int, Purpose]:
    """The purpose of every hop, by its number."""
    hops = list(hops)
    endpoints = dict(found for hop in hops for found in _published(hop))
    return {hop.number: Purpose(_key(hop, endpoints)) for hop in hops}


def json_object(text: str) -> dict[str, Any]:
    """The JSON object that a body is; {} for anything else."""
    try:
        value = json.loads(text) if text.startswith("{") else {}
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _published(hop: Hop) -> Iterable[tuple[str, str]]:
    if "/.well-known/" not in hop.url:
        return
    document = json_object(hop.response_body)
    for name, key in _ENDPOINTS.items():
        if isinstance(document.get(name), str):
            yield _bare(document[name]), key


def _bare(url: str) -> str:
    return url.partition("?")[0].partition("#")[0]


def _key(hop: Hop, endpoints: Mapping[str, str]) -> str:
    if hop.method == "CONNECT":
        return "tunnel"
    parameters = query(hop.url) | pairs(hop.request_body)
    if "logout_token" in parameters:
        return "logout_token"
    if "grant_type" in parameters:
        return "refresh" if parameters["grant_type"] == "refresh_token" else "token"
    if "/.well-known/" in hop.url and hop.role != "app":
        return "jwks" if "keys" in json_object(hop.response_body) else "discovery"
    return _of_the_issuer(hop, parameters, endpoints) if hop.role == "issuer" else _of_the_app(hop, parameters)


def _of_the_issuer(hop: Hop, parameters: Mapping[str, str], endpoints: Mapping[str, str]) -> str:
    key = endpoints.get(_bare(hop.url), "")
    if hop.method == "POST" and key == "authorize" and "response_type" not in pairs(hop.request_body):
        return "sign_in"  # a form that leads back to the authorization endpoint's own address
    if key:
        return key
    if hop.via == "back channel":
        return "jwks" if '"keys"' in hop.response_body else "userinfo"
    if {"response_type", "client_id"} <= parameters.keys():
        return "authorize"
    if "id_token_hint" in parameters or "post_logout_redirect_uri" in parameters:
        return "logout"
    return "file" if _is_file(hop) else "sign_in"


def _of_the_app(hop: Hop, parameters: Mapping[str, str]) -> str:
    if "state" in parameters and ("code" in parameters or "error" in parameters):
        return "callback"
    if "/callback/" in urlsplit(hop.url).path:
        return "callback"
    location = next((value for name, value in hop.response_headers if name == "location"), "")
    if "response_type=" in location:
        return "start"
    if _is_file(hop):
        return "file"
    return "who" if "json" in content_type(hop.response_headers) else "page"


def _is_file(hop: Hop) -> bool:
    kind = content_type(hop.response_headers)
    return bool(kind) and not any(it in kind for it in ("html", "json", "text/plain"))
