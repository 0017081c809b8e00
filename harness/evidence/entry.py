"""One entry of a HAR as a hop: what browsers write differently is made one here."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from harness.evidence import page, recognition
from harness.evidence.hop import Hop
from harness.evidence.page import LONGEST_BODY, Page

_READ = re.compile(r"^(?:|text/(?:html|plain|xml)|x-unknown|application/(?:xhtml\+xml|(?:[\w.-]+\+)?json))$")
"""Media types whose bodies are read."""

_NET_ERROR = re.compile(r"^(?:net::)?(ERR_[A-Z_]{3,60}|NS_[A-Z_]{3,60})$")


def read(entry: Mapping[str, Any], beside: Callable[[str], bytes], *, begun: bool = True) -> Hop:
    """The hop of an entry; `beside` reads files that lie beside the log, `begun` says whether a login is under way.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: The entry is not as HAR has it.
    """
    asked, told = entry["request"], entry.get("response") or {}
    content = told.get("content") or {}
    kind = str(content.get("mimeType") or "").partition(";")[0].strip().lower()
    headers = _headers(told)
    sent = _headers(asked)
    return Hop(
        method=str(asked.get("method") or "GET").upper(),
        url=str(asked["url"]),
        status=int(told.get("status") or 0),
        form=_form(asked.get("postData") or {}, beside),
        location=headers.get("location") or str(told.get("redirectURL") or ""),
        page=_page(content, kind, beside, words=begun or _telling(str(asked["url"]))) if _READ.match(kind) else Page(),
        kind="" if kind == "x-unknown" else kind,
        at=str(entry.get("startedDateTime") or ""),
        failed=_failure(told, entry),
        prefetched="prefetch" in sent.get("sec-purpose", "") + sent.get("purpose", "") + sent.get("x-moz", ""),
        worker=bool(told.get("_fetchedViaServiceWorker")),
    )


def _telling(url: str) -> bool:
    """Whether an address alone says that its page may matter."""
    return "code=" in url or "error=" in url or recognition.idp(url) is not None


def _headers(message: Mapping[str, Any]) -> dict[str, str]:
    """Header fields by lower-case name; HTTP/2 writes them so, HTTP/1.1 does not."""
    return {
        str(it.get("name", "")).lower(): str(it.get("value", ""))
        for it in message.get("headers") or ()
        if isinstance(it, dict)
    }


def _failure(told: Mapping[str, Any], entry: Mapping[str, Any]) -> str:
    """The browser's own error for a request without an answer."""
    found = _NET_ERROR.match(str(told.get("_error") or entry.get("_error") or told.get("statusText") or ""))
    return found[1] if found else ""


def _form(posted: Mapping[str, Any], beside: Callable[[str], bytes]) -> dict[str, str]:
    """Posted fields, from the list that browsers make of them or from the body's text."""
    listed = [
        (str(it.get("name") or ""), str(it.get("value") or ""))
        for it in posted.get("params") or ()
        if isinstance(it, dict)
    ]
    kind = str(posted.get("mimeType") or "").lower()
    text = str(posted.get("text") or "")
    if posted.get("encoding") == "base64":
        text = _decoded(text)
    text = text or beside(str(posted.get("_file") or "")).decode("utf-8", "replace")
    if text and ("form-urlencoded" in kind or not kind) and not text.lstrip().startswith(("{", "<")):
        return dict(parse_qsl(text[:LONGEST_BODY].strip(), keep_blank_values=True)) or dict(listed)
    # Firefox and Chrome keep names and values as they were encoded; a state or code has no other use of "%".
    return {unquote_plus(name): unquote_plus(value) if "%" in value else value for name, value in listed}


def _page(content: Mapping[str, Any], kind: str, beside: Callable[[str], bytes], *, words: bool) -> Page:
    text = str(content.get("text") or "")
    if content.get("_file"):
        text = beside(str(content["_file"])).decode("utf-8", "replace")
    elif content.get("encoding") == "base64":
        text = _decoded(text)
    return page.read(text, kind, words=words)


def _decoded(text: str) -> str:
    """Base64, as far as it goes: a text that was cut short has lost its end, no more."""
    bare = "".join(text[: 2 * LONGEST_BODY].split())
    try:
        return base64.b64decode(bare[: len(bare) // 4 * 4]).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
