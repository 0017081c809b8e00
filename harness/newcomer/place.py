"""Where the fictional customers of a new IdP have their issuers, and the discovery document with places to fill in."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

SERVED = (
    *("authorization_endpoint", "token_endpoint", "userinfo_endpoint"),
    *("end_session_endpoint", "revocation_endpoint"),
)
"""Endpoints of a discovery document that the standard issuer has; other "…_endpoint" members are not carried over."""

PROMISES = (
    *("mtls_endpoint_aliases", "check_session_iframe", "require_pushed_authorization_requests"),
    *("backchannel_logout_supported", "backchannel_logout_session_supported"),
    *("frontchannel_logout_supported", "frontchannel_logout_session_supported"),
)
"""Members that promise what the standard issuer does not do."""

COMMON = re.compile(
    r"(www|login|accounts?|auth\d*|authn?|id|ids|sso|oauth2?|oidc|openid|idp|identity|api|secure|connect|signin|as|op"
    r"|eu|us|v?\d{1,3}(\.\d+)?|default|realms?|tenants?|oidc-provider|common)",
    re.IGNORECASE,
)
"""Words of an issuer that belong to the vendor, not to a customer."""

_LABELS_OF_A_CUSTOMER = 3
"""A host with so many labels may begin with the customer's own."""


@dataclass(frozen=True, slots=True)
class Place:
    """An issuer as a pattern: "{customer}" stands where the customer is named. `own` is what stood there, in order."""

    pattern: str
    own: tuple[str, ...]

    def issuer(self, customer: str) -> str:
        """The issuer of a customer."""
        return self.pattern.replace("{customer}", customer)


def of(issuer: str) -> Place:
    """Guess which parts of an issuer name the customer: the first label of a long host, else a path's last own word."""
    parts = urlsplit(issuer)
    labels = (parts.hostname or "").split(".")
    segments = parts.path.split("/")
    own: list[str] = []
    if len(labels) >= _LABELS_OF_A_CUSTOMER and not COMMON.fullmatch(labels[0]):
        own.append(labels[0])
        labels[0] = "{customer}"
    for number in range(len(segments) - 1, -1, -1):
        word = segments[number]
        if word and not COMMON.fullmatch(word) and (not own or word == own[0]):
            own.append(word)
            segments[number] = "{customer}"
            break
    host = ".".join(labels) + (f":{parts.port}" if parts.port else "")
    return Place(f"https://{host}{'/'.join(segments)}", tuple(own))


def template(document: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The document as the standard issuer keeps it, and the members that were left out.

    The issuer becomes "{issuer}" and its host "{host}"; a slash at its end is kept (OIDC Discovery 1.0, 4.3).
    """
    left_out = tuple(
        name for name in document if (name.endswith("_endpoint") and name not in SERVED) or name in PROMISES
    )
    kept = {name: value for name, value in document.items() if name not in left_out}
    text = json.dumps(kept, indent=2, ensure_ascii=False) + "\n"
    bare = document["issuer"].rstrip("/")
    text = re.sub(re.escape(bare) + r"(?=[/\"?#])", "{issuer}", text)
    return re.sub(rf"https://{re.escape(urlsplit(bare).netloc)}(?=[/\"?#])", "https://{host}", text), left_out
