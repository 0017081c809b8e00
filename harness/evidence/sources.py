"""Telling inputs apart: a file or a pasted text, and what kind of evidence it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harness.evidence import har, recognition, settings, token
from harness.evidence.hop import Hop
from harness.evidence.logins import Login, logins

LARGEST_TEXT = 2_000_000
"""Bytes of a text file that are read; a larger one is no pasted text."""

_URL = re.compile(r"https?://\S+")


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
        if path is None:
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
    read_har = har.read(path)
    evidence.hars += 1
    evidence.trouble += read_har.trouble
    found = logins(read_har.hops)
    evidence.logins += found
    if not found and read_har.seen:
        evidence.trouble.append(
            f'"{path.name}": no login in its {read_har.seen} requests; record from the sign-in page on, with "Preserve log" on'
        )


def _file(evidence: Evidence, path: Path) -> None:
    if path.stat().st_size > LARGEST_TEXT:
        evidence.trouble.append(
            f'"{path.name}" is neither a HAR nor a text of at most {LARGEST_TEXT // 1_000_000} MB; it is left out'
        )
        return
    text = path.read_bytes().decode("utf-8-sig", "replace")
    if "\x00" in text:
        evidence.trouble.append(f'"{path.name}" is no text; type the words of a screenshot instead')
        return
    _pasted(evidence, text)


def _pasted(evidence: Evidence, text: str) -> None:
    """One pasted text: a token or claims, an address, settings, or an error."""
    text = text.strip()
    if not text:
        return
    if (claims := token.claims(text)) is not None:
        evidence.claims.update(claims)
        return
    if _is_json(text):
        _json(evidence, text)
        return
    if _URL.fullmatch(text):
        _address(evidence, text)
        return
    told = settings.read(text)
    if {"issuer", "client_id"} & set(told) and "AADSTS" not in text:
        evidence.settings.update(told)
        return
    evidence.texts.append(text)


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _json(evidence: Evidence, text: str) -> None:
    """A JSON answer of an IdP: an error, or a token answer with an ID token in it."""
    told = json.loads(text)
    if isinstance(told.get("id_token"), str) and (claims := token.claims(told["id_token"])) is not None:
        evidence.claims.update(claims)
        return
    error = [str(told[name]) for name in ("error", "error_description", "errorCode", "errorSummary") if told.get(name)]
    if error:
        evidence.texts.append(" ".join(error))
    elif found := settings.read("\n".join(f"{name}: {value}" for name, value in told.items())):
        evidence.settings.update(found)
    else:
        evidence.texts.append(text)


def _address(evidence: Evidence, url: str) -> None:
    """A pasted address: of a callback, of an authorization request, of an IdP's error page."""
    hop = Hop("GET", url, 200 if not recognition.asks(Hop("GET", url, 0)) else 302)
    found = logins([hop])
    if found:
        login = found[0]
        if login.answered is not None:
            login.after.clear()
        evidence.logins.append(login)
        return
    told = " ".join(value for name, value in hop.parameters.items() if name.startswith("error"))
    if told:
        evidence.texts.append(told)
    else:
        evidence.trouble.append(
            "the address has neither a code, an error nor a client id; paste the one of the callback or of the error page"
        )
