"""Whether the signatures of recorded tokens hold; looked at before they are masked."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from harness.record.events import Hop, Token

_TOKEN = re.compile(r"\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Those whose keys are published; a signature made with a secret cannot be checked by an onlooker."""


def seen(hops: Iterable[Hop], keys: Mapping[str, str]) -> list[Token]:
    """One `Token` for each signed token of the hops' bodies and addresses; `keys` are key sets (JSON) by address."""
    found: dict[str, Token] = {}
    for hop in hops:
        for source in (hop.response_body, hop.request_body, hop.url):
            for token in _TOKEN.findall(source):
                if token not in found:
                    found[token] = _token(token, hop, keys)
    return list(found.values())


def _token(token: str, hop: Hop, keys: Mapping[str, str]) -> Token:
    header = part(token, 0)
    if header.get("alg") == "none":
        return Token(round(hop.at + hop.took, 6), token, "none")
    if header.get("alg") not in _ALGORITHMS:
        return Token(round(hop.at + hop.took, 6), token, "cannot be checked")
    for address, text in keys.items():
        key = _key(text, header.get("kid"))
        if key is not None:
            return Token(round(hop.at + hop.took, 6), token, "valid" if _holds(token, key) else "invalid", address)
    return Token(round(hop.at + hop.took, 6), token, "key not published" if keys else "no key set was fetched")


def part(token: str, index: int) -> dict[str, Any]:
    """The JOSE header (index 0) or the claims (1) of a compact token, unchecked; {} when they are no JSON object."""
    try:
        text = token.split(".")[index]
        value = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, IndexError):
        return {}
    return value if isinstance(value, dict) else {}


@cache
def _key(keys: str, kid: object) -> Any:
    """The published key of that name (or the only one, for a token that names none); None when there is none."""
    try:
        published = KeySet.import_key_set(json.loads(keys)).keys
    except (JoseError, ValueError, KeyError, TypeError):
        return None
    named = [key for key in published if key.kid == kid]
    return named[0] if named else published[0] if kid is None and len(published) == 1 else None


def _holds(token: str, key: Any) -> bool:
    try:
        jws.deserialize_compact(token, key, algorithms=_ALGORITHMS)
    except (JoseError, ValueError, TypeError):
        return False
    return True
