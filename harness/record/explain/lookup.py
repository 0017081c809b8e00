"""Finds the explanation of a claim or parameter: the vendor's word first, then the specification's."""

from __future__ import annotations

import importlib.util
from functools import cache

from harness.record.explain.claim import Claim, Explained
from harness.record.explain.specifications import CLAIMS, COOKIE_REASONS, PARAMETERS


@cache
def vendor(idp: str) -> Explained | None:
    """What is known of a vendor's claims: `CLAIMS` of the file named after it; None when there is no such file."""
    name = f"{__package__}.{idp}"
    if not idp.isidentifier() or idp in {"claim", "lookup", "specifications"} or importlib.util.find_spec(name) is None:
        return None
    found = getattr(importlib.import_module(name), "CLAIMS", None)
    return found if isinstance(found, Explained) else None


def claim(idp: str, name: str) -> Claim:
    """One claim of a vendor's ID token; one that nobody explains says so."""
    known = vendor(idp)
    return (known.claims.get(name) if known else None) or CLAIMS.get(name) or Claim("no source explains this claim")


def parameter(name: str) -> tuple[str, str]:
    """What a parameter means and where that is written; ("", "") for one that no specification names."""
    return PARAMETERS.get(name, ("", ""))


def reason(word: str) -> str:
    """Why the browser refused a cookie, in plain words; its own word where there are none."""
    return COOKIE_REASONS.get(word, word)
