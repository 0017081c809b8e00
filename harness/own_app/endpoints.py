"""A customer's endpoints, read from the issuer's own discovery document as an admin would look them up."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import httpx2

from harness.own_app.mistakes import AppFailed

NAMES = {
    "authorization_endpoint": "the issuer's authorization endpoint",
    "token_endpoint": "the issuer's token endpoint",
    "userinfo_endpoint": "the issuer's userinfo endpoint",
    "jwks_uri": "the issuer's key set",
    "end_session_endpoint": "the issuer's logout endpoint, empty where it has none",
}
"""The members that are offered as placeholders (OpenID Connect Discovery 1.0, 3)."""


async def look_up(discovery_url: str, proxy_url: str, ca_bundle: Path) -> dict[str, str]:
    """The members of NAMES in the document at `discovery_url`.

    Raises:
        AppFailed: The document cannot be had.
    """
    trust = ssl.create_default_context(cafile=str(ca_bundle))
    async with httpx2.AsyncClient(proxy=proxy_url, verify=trust, trust_env=False, timeout=10) as client:
        try:
            answer = await client.get(discovery_url)
            document: dict[str, Any] = answer.raise_for_status().json()
        except (httpx2.HTTPError, ValueError) as error:
            raise AppFailed(f'"{discovery_url}" cannot be read before the app starts: {error}') from None
    return {name: str(document.get(name, "")) for name in NAMES}
