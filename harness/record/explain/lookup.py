"""Finds the explanation of a claim or parameter: the vendor's word first, then the specification's."""

from __future__ import annotations

import importlib.util
from functools import cache

from harness.record.explain.claim import Claim, Explained
from harness.record.explain.metadata import METADATA
from harness.record.explain.specifications import CLAIMS, COOKIE_REASONS, PARAMETERS


@cache
def vendor(idp: str) -> Explained | None:
    """What is known of a vendor's claims: `CLAIMS` of the file named after it; None when there is no such file."""
    name = f"{__package__}.{idp}"
    if (
        not idp.isidentifier()
        or idp in {"claim", "lookup", "metadata", "specifications"}
        or importlib.util.find_spec(name) is None
    ):
        return None
    found = getattr(importlib.import_module(name), "CLAIMS", None)
    return found if isinstance(found, Explained) else None


def claim(idp: str, name: str) -> Claim:
    """One claim of a vendor's ID token; one that nobody explains says so."""
    known = vendor(idp)
    return (known.claims.get(name) if known else None) or CLAIMS.get(name) or Claim("no source explains this claim")


def parameter(idp: str, name: str, purpose: str) -> tuple[str, str]:
    """What a parameter of a hop means and where that is written; ("", "") for one that nobody explains.

    `purpose` is what the hop is for: "discovery", "userinfo", "sign_in" and so on.
    """
    if purpose == "discovery":
        return METADATA.get(name, ("", ""))
    if purpose == "userinfo":
        known = claim(idp, name)
        return (known.says, known.source) if known.source else ("", "")
    explained = vendor(idp)
    return (
        (explained.parameters.get(name) if explained else None) or PARAMETERS.get(name) or _OWN.get(purpose, ("", ""))
    )


_OWN = {
    "sign_in": ("the sign-in page's own; no app depends on it", ""),
    "page": ("the app's own", ""),
    "start": ("the app's own", ""),
    "who": ("what the app says of the person", ""),
}
"""Whose a parameter is that nobody explains."""


def reason(word: str) -> str:
    """Why the browser refused a cookie, in plain words; its own word where there are none."""
    return COOKIE_REASONS.get(word, word)
