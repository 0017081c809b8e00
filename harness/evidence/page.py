"""What can be read from an answer's body: its words, the check an app names, errors that a page keeps in its script, a token."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass

LONGEST_BODY = 400_000
"""Characters of a body that are looked at; Entra's pages with an error have about 60,000."""

LONGEST_TEXT = 20_000
"""Characters that are kept of what a person reads."""

_SKIPPED = re.compile(r"<(script|style|svg|head)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CHECK = re.compile(r'\bdata-check="([\w.]{1,60})"')
_TOKEN = re.compile(r'"id_token"\s*:\s*"(eyJ[\w.-]+)"')
_VALUE = r'"\s*:\s*"((?:[^"\\]|\\.){1,4000})"'
# Entra's pages keep their error in a script ("$Config"); Okta's first page, too.
_IN_SCRIPT = re.compile(r'"(?:strServiceExceptionMessage|sErrTxt|errorSummary)' + _VALUE)
_ENTRA_CODE = re.compile(r'"(?:sErrorCode|iErrorCode|iServiceExceptionCode)"\s*:\s*"?(?!50058\b)(\d{5,8})\b')
# 50058, nobody signed in yet, stands on every first page of Entra's
# OAuth's answers, Okta's API and its sign-in page ("messages" with a "message" each).
_IN_JSON = re.compile(r'"(error|error_description|error_subcode|errorCode|errorSummary|message)' + _VALUE)


@dataclass(frozen=True, slots=True)
class Page:
    """An answer's body, read. `told` are errors that stand in scripts or JSON, `token` is an ID token in the compact form."""

    text: str = ""
    check: str = ""
    told: str = ""
    token: str = ""


def read(body: str, kind: str, *, words: bool = True) -> Page:
    """Read a body of a media type; of a type that is not told, by its look. Without `words` only what is quickly found."""
    body = body[:LONGEST_BODY]
    if kind.endswith("json") or (not kind.endswith("html") and body.lstrip()[:1] in {"{", "["}):
        told = [value for _, value in dict.fromkeys(_IN_JSON.findall(body))]
        token = _TOKEN.search(body)
        return Page(told=_plain(told), token=token[1] if token else "", check=_check(body))
    check = _CHECK.search(body) if 'data-check="' in body else None
    if not words and not check:
        return Page()
    scripted = [] if "<script" not in body else [*_codes(body), *dict.fromkeys(_IN_SCRIPT.findall(body))]
    shown = _TAG.sub(" ", _SKIPPED.sub(" ", body)[: 3 * LONGEST_TEXT])
    return Page(
        text=" ".join(html.unescape(shown).split())[:LONGEST_TEXT],
        check=check[1] if check else "",
        told=_plain(scripted),
    )


def _codes(body: str) -> list[str]:
    return [f"AADSTS{code}" for code in dict.fromkeys(_ENTRA_CODE.findall(body))]


def _check(body: str) -> str:
    """The check in an app's JSON answer: {"check": "id_token.aud"}."""
    found = re.search(r'"check"\s*:\s*"([\w.]{1,60})"', body)
    return found[1] if found else ""


def _plain(told: list[str]) -> str:
    """JSON texts without their escapes."""
    return " ".join(_unescaped(text) for text in told)[:LONGEST_TEXT]


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text
