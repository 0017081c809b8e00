"""Reading HAR files of any browser as a stream: a file of 200 MB never stands in memory as a whole.

Source: HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/. Chrome's sanitised export lacks cookies, Safari's lacks texts, a
zip of Playwright's keeps bodies in files beside the log; all of that is read.
"""

from __future__ import annotations

import codecs
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast

import ijson
from ijson.common import JSONError

from harness.evidence import entry
from harness.evidence.hop import Hop
from harness.evidence.page import LONGEST_BODY
from harness.evidence.recognition import answers, asks, concerns_a_login, idp
from harness.evidence.short_texts import ShortTexts

MOST_HOPS = 3000
"""Requests that are kept of one file."""

MOST_TROUBLE = 3
"""Lines about single requests that cannot be read; more say the same."""

_UNREADABLE = (
    JSONError,
    EOFError,
    gzip.BadGzipFile,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    UnicodeError,
)
"""What a damaged, encrypted or foreign file raises while it is read."""

Files = Callable[[str], bytes]
"""Reads a file that lies beside the log in its archive."""


@dataclass(slots=True)
class Har:
    """The requests of a HAR that may belong to a login, how many there were in all, and what could not be read.

    `begun` is whether a login was seen yet: what pages before it say does not matter. `saml` is whether one of another kind was.
    """

    hops: list[Hop] = field(default_factory=list)
    seen: int = 0
    begun: bool = False
    saml: bool = False
    trouble: list[str] = field(default_factory=list)


def looks_like_one(path: Path) -> bool:
    """Whether a file is a HAR, by its beginning: packed, or an object that opens with "log"."""
    try:
        with path.open("rb") as file:
            start = file.read(4000)
    except OSError:
        return False
    packed = start[:2] in {b"\x1f\x8b", b"PK"}
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        start = start.replace(b"\0", b"")[2:]
    return packed or (start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and b'"log"' in start)


def read(path: Path) -> Har:
    """Read a HAR; whatever can be read counts, and `trouble` has a line for what cannot."""
    har = Har()
    try:
        for stream, beside in _opened(path):
            for each in ijson.items(ShortTexts(_as_utf8(stream)), "log.entries.item", use_float=True):
                _take(har, each, beside)
    except _UNREADABLE as error:
        what = "stops in the middle" if har.seen else "is no readable HAR"
        har.trouble.append(f'"{path.name}" {what} ({type(error).__name__}): {har.seen} requests could be read')
    except OSError as error:
        har.trouble.append(f'"{path.name}" cannot be read: {error.strerror or type(error).__name__}')
    if not har.seen and not har.trouble:
        har.trouble.append(f'"{path.name}" holds no requests; export it again with the whole log')
    if len(har.hops) == MOST_HOPS:
        har.trouble.append(
            f'"{path.name}": only the first {MOST_HOPS} requests that may concern a login were looked at'
        )
    har.hops.sort(key=lambda hop: hop.at)
    return har


def _opened(path: Path) -> Iterator[tuple[IO[bytes], Files]]:
    """The logs inside a file, unpacked as they are read."""
    with path.open("rb") as file:
        start = file.read(2)
        file.seek(0)
        if start == b"\x1f\x8b":
            with gzip.open(file) as whole:
                yield cast("IO[bytes]", whole), lambda _: b""
        elif start == b"PK":
            yield from _archived(file)
        else:
            yield file, lambda _: b""


def _archived(file: IO[bytes]) -> Iterator[tuple[IO[bytes], Files]]:
    """The logs in a zip, Playwright's among them; one that is packed once more is unpacked too."""
    with zipfile.ZipFile(file) as archive:
        names = [
            name for name in archive.namelist() if name.lower().endswith((".har", ".har.gz")) and "__MACOSX" not in name
        ]
        if not names:
            raise zipfile.BadZipFile("no .har in the archive")
        for name in names:
            with archive.open(name) as packed:
                stream = gzip.GzipFile(fileobj=packed) if name.lower().endswith(".gz") else packed
                yield cast("IO[bytes]", stream), lambda beside, archive=archive: _beside(archive, beside)  # type: ignore[misc]  # the archive is bound now


def _as_utf8(stream: IO[bytes]) -> IO[bytes]:
    """A log in UTF-8, whatever it was saved as (Windows' editors and shells like UTF-16); without a byte order mark."""
    start = stream.read(3)
    if start[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        encoding = "utf-16-le" if start[:2] == codecs.BOM_UTF16_LE else "utf-16-be"
        return cast("IO[bytes]", codecs.EncodedFile(_Pushed(start[2:], stream), "utf-8", encoding))  # type: ignore[arg-type]  # it only reads
    return cast("IO[bytes]", _Pushed(b"" if start == codecs.BOM_UTF8 else start, stream))


class _Pushed:
    """A stream with bytes put back at its beginning."""

    def __init__(self, start: bytes, stream: IO[bytes]) -> None:
        self._start = start
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        start, self._start = self._start, b""
        return start + self._stream.read(size if size < 0 else max(size - len(start), 1))


def _beside(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as file:
            return file.read(LONGEST_BODY)
    except (KeyError, zipfile.BadZipFile):
        return b""


def _take(har: Har, told: Any, beside: Files) -> None:
    har.seen += 1
    try:
        hop = entry.read(told, beside, begun=har.begun)
    except (AttributeError, KeyError, TypeError, ValueError):
        if len(har.trouble) < MOST_TROUBLE:
            har.trouble.append(f"request {har.seen} is not as HAR has it; it is left out")
        return
    har.saml = har.saml or bool({"SAMLRequest", "SAMLResponse", "wresult"} & set(hop.parameters))
    har.begun = har.begun or bool(asks(hop) or answers(hop) or idp(hop.url))
    if concerns_a_login(hop) and len(har.hops) < MOST_HOPS and not _again(har.hops, hop):
        har.hops.append(hop)


def _again(hops: list[Hop], hop: Hop) -> bool:
    """Whether a request is the page's view of one that its service worker made: the same, at once, a second row."""
    return hop.worker and any((it.method, it.url) == (hop.method, hop.url) for it in hops[-20:])
