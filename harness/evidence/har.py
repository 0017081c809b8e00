"""Reading HAR files of any browser as a stream: a file of 200 MB never stands in memory as a whole.

Source: HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/. Chrome's sanitised export lacks cookies, Safari's lacks texts, a
zip of Playwright's keeps bodies in files beside the log; all of that is read.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import parse_qsl

import ijson
from ijson.common import JSONError

from harness.evidence.hop import LONGEST_BODY, Hop
from harness.evidence.recognition import concerns_a_login

MOST_HOPS = 3000
"""Requests that are kept of one file."""

Files = Callable[[str], bytes]
"""Reads a file that lies beside the log in its archive."""


@dataclass(slots=True)
class Har:
    """The requests of a HAR that may belong to a login, how many there were in all, and what could not be read."""

    hops: list[Hop] = field(default_factory=list)
    seen: int = 0
    trouble: list[str] = field(default_factory=list)


def looks_like_one(path: Path) -> bool:
    """Whether a file is a HAR, by its beginning: packed, or an object that opens with "log"."""
    try:
        with path.open("rb") as file:
            start = file.read(400)
    except OSError:
        return False
    packed = start[:2] in {b"\x1f\x8b", b"PK"}
    return packed or (start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and b'"log"' in start)


def read(path: Path) -> Har:
    """Read a HAR; whatever can be read counts, and `trouble` has a line for what cannot."""
    har = Har()
    try:
        with _opened(path) as (stream, beside):
            for entry in ijson.items(stream, "log.entries.item", use_float=True):
                _take(har, entry, beside)
    except (JSONError, EOFError, gzip.BadGzipFile, zipfile.BadZipFile, UnicodeDecodeError) as error:
        what = "stops in the middle" if har.seen else "is no readable HAR"
        har.trouble.append(f'"{path.name}" {what} ({type(error).__name__}): {har.seen} requests could be read')
    except OSError as error:
        har.trouble.append(f'"{path.name}" cannot be read: {error.strerror or type(error).__name__}')
    if not har.seen and not har.trouble:
        har.trouble.append(f'"{path.name}" holds no requests; export it again with the whole log')
    return har


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], Files]]:
    """The log inside a file, unpacked as it is read."""
    with path.open("rb") as file:
        start = file.read(2)
        file.seek(0)
        if start == b"\x1f\x8b":
            with gzip.open(file) as whole:
                yield cast("IO[bytes]", whole), _nothing
        elif start == b"PK":
            with zipfile.ZipFile(file) as archive:
                names = [name for name in archive.namelist() if name.lower().endswith(".har")]
                if not names:
                    raise zipfile.BadZipFile("no .har in the archive")
                with archive.open(names[0]) as unpacked:
                    yield unpacked, lambda name: _beside(archive, name)
        else:
            if file.read(3) != b"\xef\xbb\xbf":
                file.seek(0)
            yield file, _nothing


def _nothing(_: str) -> bytes:
    return b""


def _beside(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as file:
            return file.read(LONGEST_BODY)
    except (KeyError, zipfile.BadZipFile):
        return b""


def _take(har: Har, entry: Any, beside: Files) -> None:
    har.seen += 1
    try:
        hop = _hop(entry, beside)
    except (AttributeError, KeyError, TypeError, ValueError):
        har.trouble.append(f"request {har.seen} is not as HAR has it; it is left out")
        return
    if concerns_a_login(hop) and len(har.hops) < MOST_HOPS:
        har.hops.append(hop)


def _hop(entry: Mapping[str, Any], beside: Files) -> Hop:
    asked, told = entry["request"], entry.get("response") or {}
    content = told.get("content") or {}
    kind = str(content.get("mimeType") or "").partition(";")[0].strip().lower()
    headers = {str(it.get("name", "")).lower(): str(it.get("value", "")) for it in told.get("headers") or ()}
    return Hop(
        method=str(asked.get("method", "GET")).upper(),
        url=str(asked["url"]),
        status=int(told.get("status") or 0),
        form=_form(asked.get("postData") or {}, beside),
        location=headers.get("location") or str(told.get("redirectURL") or ""),
        body=_body(content, beside)
        if kind in {"", "text/html", "text/plain", "application/json", "application/xhtml+xml"}
        else "",
        kind=kind,
    )


def _form(posted: Mapping[str, Any], beside: Files) -> dict[str, str]:
    """Posted fields, from the list that browsers make of them or from the body's text."""
    pairs = [
        (str(it.get("name", "")), str(it.get("value") or ""))
        for it in posted.get("params") or ()
        if isinstance(it, dict)
    ]
    if pairs:
        # Firefox and Chrome keep names and values as they were encoded; a state or code has no other use of "%".
        return dict(parse_qsl("&".join(f"{name}={value}" for name, value in pairs), keep_blank_values=True)) or dict(
            pairs
        )
    kind = str(posted.get("mimeType") or "")
    if "form-urlencoded" not in kind:
        return {}
    text = str(posted.get("text") or "") or beside(str(posted.get("_file") or "")).decode("utf-8", "replace")
    return dict(parse_qsl(text[:LONGEST_BODY], keep_blank_values=True))


def _body(content: Mapping[str, Any], beside: Files) -> str:
    text = str(content.get("text") or "")
    if content.get("_file"):
        return beside(str(content["_file"])).decode("utf-8", "replace")
    if content.get("encoding") != "base64":
        return text[:LONGEST_BODY]
    try:
        return base64.b64decode(text[: 4 * LONGEST_BODY // 4 * 4]).decode("utf-8", "replace")[:LONGEST_BODY]
    except (binascii.Error, ValueError):
        return ""
