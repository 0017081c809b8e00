"""Telling inputs apart: a file or a pasted text, and what kind of evidence it is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harness.evidence import har
from harness.evidence.login import Login
from harness.evidence.logins import logins

LARGEST_TEXT = 20_000_000
"""Bytes of a text file that are read; a larger one is no pasted text, and no log of one login."""

_FILE_NAME = re.compile(r"(?!\w+://)[^\s?#&=]+\.(har|har\.gz|gz|zip|json|txt|log|eml)", re.IGNORECASE)
"""What is meant to be the path of a file: no blank in it, and an ending that files with evidence have."""

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"%PDF", b"BM", b"\xd0\xcf\x11\xe0")


@dataclass(slots=True)
class Evidence:
    """Everything that was sent, by kind. `trouble` has one line for whatever could not be used."""

    logins: list[Login] = field(default_factory=list)
    hars: int = 0
    claims: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing usable was sent."""
        return not (self.logins or self.claims or self.settings or self.texts)


def read(inputs: Iterable[str]) -> Evidence:
    """The evidence in inputs, each the path of a file or a pasted text."""
    evidence = Evidence()
    for given in inputs:
        path = _path(given)
        if path is None and _FILE_NAME.fullmatch(given.strip()):
            evidence.trouble.append(f'there is no file "{given}"; look at its name and folder')
        elif path is None:
            _pasted(evidence, given)
        elif har.looks_like_one(path):
            _har(evidence, path)
        else:
            _file(evidence, path)
    return evidence


def _path(given: str) -> Path | None:
    try:
        path = Path(given)
        return path if path.is_file() else None
    except (OSError, ValueError):
        return None


def _har(evidence: Evidence, path: Path) -> None:
    found = har.read(path)
    evidence.hars += 1
    evidence.trouble += found.trouble
    of_it = logins(found.hops)
    evidence.logins += of_it
    if of_it or not found.seen:
        return
    if found.saml:
        what = (
            "a SAML or WS-Federation login, which is not OIDC; look whether the customer set up the wrong kind of app"
        )
    else:
        what = f'no login in its {found.seen} requests; record from the sign-in page on, with "Preserve log" on'
    evidence.trouble.append(f'"{path.name}": {what}')


def _file(evidence: Evidence, path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(_PICTURES) or path.stat().st_size > LARGEST_TEXT:
        kind = "a picture or document" if start.startswith(_PICTURES) else "neither a HAR nor a text of at most 20 MB"
        evidence.trouble.append(f'"{path.name}" is {kind}; type the words that stand in it')
        return
    text = decoded(path.read_bytes())
    if "\x00" in text:
        evidence.trouble.append(f'"{path.name}" is no text; type the words of a screenshot instead')
        return
    _pasted(evidence, text)


def decoded(data: bytes) -> str:
    """A text of a file: UTF-8, UTF-16 where its mark says so, else Windows' own letters."""
    if data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _pasted(evidence: Evidence, text: str) -> None:
    from harness.evidence import pasted

    pasted.read(evidence, text)
