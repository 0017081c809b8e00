"""A pasted text: a token or claims, an address, settings, an error, or a mail with some of each."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from harness.evidence import recognition, settings, token
from harness.evidence.hop import Hop, parameters, split
from harness.evidence.login import Login
from harness.evidence.logins import logins
from harness.evidence.sources import Evidence

_ADDRESS = re.compile(r"""(?:https?://|(?<![\w/.@-])(?:[\w-]+\.)+[a-z]{2,}/\S*\?|(?<!\S)/[\w./-]+\?)[^\s"'<>]+""")
_QUERY = re.compile(r"^[?#&]?(?:[\w.]+=[^&\s]*)(?:&[\w.]+=[^&\s]*)+$")
_TELLS = re.compile(
    r"error|fail|denied|invalid|refused|fehler|erreur|AADSTS|\bE0000|\bIDX\d|not assigned", re.IGNORECASE
)
_ERRORS = ("error", "error_subcode", "error_description", "errorCode", "errorSummary")


def read(evidence: Evidence, text: str) -> None:
    """Sort what a text holds into `evidence`; whatever is nothing else counts as an error's text."""
    text = text.strip().lstrip("\ufeff").strip()
    if not text:
        return
    if (claims := token.claims(text)) is not None:
        evidence.claims.update(claims)
    elif (told := _json(text)) is not None:
        _told(evidence, told, text)
    else:
        _words(evidence, text)


def _json(text: str) -> Any:
    if text[0] not in "{[":
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _told(evidence: Evidence, told: Any, text: str) -> None:
    """A JSON answer of an IdP: an error, a token answer with an ID token in it, or settings."""
    if not isinstance(told, dict):
        evidence.texts.append(text)
        return
    if isinstance(told.get("id_token"), str) and (claims := token.claims(told["id_token"])) is not None:
        evidence.claims.update(claims)
    error = [str(told[name]) for name in _ERRORS if told.get(name)]
    found = settings.read(text)
    if error:
        evidence.texts.append(" ".join(error))
    elif found:
        evidence.settings.update(found)
    elif not evidence.claims:
        evidence.texts.append(text)


def _words(evidence: Evidence, text: str) -> None:
    """Free text: what it holds of addresses and settings is taken out, the rest is an error's wording."""
    text = _rejoined(html.unescape(text))
    if _QUERY.match(text):
        _query(evidence, text)
        return
    whole = bool(_ADDRESS.fullmatch(text))
    rest = _ADDRESS.sub(lambda found: " " if _address(evidence, found[0].rstrip(".,;:)]}>")) else found[0], text)
    if whole:
        _alone(evidence, rest.strip())
        return
    if settings.labelled(rest):
        evidence.settings.update(settings.read(rest))
        rest = rest if _TELLS.search(rest) else ""
    if re.search(r"\w", rest):
        evidence.texts.append(rest.strip())


def _rejoined(text: str) -> str:
    """A text whose addresses were broken into lines, as mails do it, in one piece again."""
    text = re.sub(r"(?<=\S)[ \t]*\r?\n[ \t>]*(?=[&?#%])", "", text)
    text = re.sub(r"(?<=[&=?%])[ \t]*\r?\n[ \t>]*(?=\S)", "", text)
    lines: list[str] = []
    for line in text.splitlines():
        before = lines[-1] if lines else ""
        if re.search(r"https?://\S{50,}$", before) and re.fullmatch(r"[ \t>]*\S{4,}", line) and "://" not in line:
            lines[-1] = before + line.strip(" \t>")
        else:
            lines.append(line)
    return "\n".join(lines)


def _query(evidence: Evidence, text: str) -> None:
    """Parameters without their address: of an answer to the app, or of a request."""
    url = f"https://unknown.invalid/?{text.lstrip('?#&')}"
    if not _address(evidence, url):
        evidence.texts.append(text)


def _address(evidence: Evidence, url: str) -> bool:
    """Take in an address: of a callback, of an authorization request, of an IdP's error page; False for any other."""
    url = f"https://{'unknown.invalid' if url.startswith('/') else ''}{url}" if "://" not in url else url
    if not split(url).hostname:
        return False
    hop = Hop("GET", url, 0)
    if found := logins([hop]):
        evidence.logins += found
        return True
    told = parameters(url)
    if text := " ".join(told[name] for name in _ERRORS if told.get(name)):
        evidence.texts.append(text)
        return True
    if "code" in told and recognition.idp(url) is None:
        evidence.logins.append(Login(answered=hop))
        return True
    if split(url).path.endswith("/error") and told.get("code", "").isdigit():
        evidence.texts.append(f"AADSTS{told['code']}")
        return True
    return False


def _alone(evidence: Evidence, url: str) -> None:
    """An address that is all there is and was not taken in."""
    if not url:
        return
    if {"SAMLRequest", "SAMLResponse", "wresult"} & set(parameters(url)):
        evidence.trouble.append("the address is of a SAML or WS-Federation login, which is not OIDC")
    elif recognition.idp(url) and not parameters(url):
        evidence.settings.update(settings.read(url) or {"issuer": url})
    else:
        evidence.trouble.append(
            "the address has neither a code, an error nor a client id; paste the one of the callback or of the error page"
        )
