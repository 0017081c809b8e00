"""A JSON file as it is read, with its long texts cut short: a film of 200 MB inside a HAR is neither kept nor waited for."""

from __future__ import annotations

import re
from typing import IO

LONGEST_TEXT = 400_000
"""Bytes of a JSON text that are passed on; pages with a login's error are shorter."""

CHUNK = 65_536
"""Bytes read at a time; below `LONGEST_TEXT`, so that a text to be cut spans several."""

_REST = re.compile(rb'(?:[^"\\]+|\\.)*+', re.DOTALL)


class ShortTexts:
    """Reads like a file; texts longer than `longest` bytes lose their end, everything else stays byte for byte."""

    def __init__(self, stream: IO[bytes], longest: int = LONGEST_TEXT) -> None:
        self._stream = stream
        self._longest = longest
        self._carried = b""
        self._inside = False
        self._length = 0
        self.cut = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, b"" at the end; how many does not depend on `size`, except that 0 reads nothing."""
        while size:
            chunk = self._stream.read(CHUNK)
            data = self._carried + chunk
            if not data:
                return b""
            at = _boundary(data) if chunk else len(data)
            data, self._carried = data[:at], data[at:]
            if shortened := self._shorten(data):
                return shortened
            if not chunk:
                return b""
        return b""

    def _shorten(self, data: bytes) -> bytes:
        """What is passed on of the next bytes."""
        if self._inside and self._length >= self._longest:
            rest = _REST.match(data)
            end = rest.end() if rest else 0
            if end == len(data):
                return b""
            data = data[end:]
        quotes = data.replace(b"\\\\", b"").replace(b'\\"', b"").count(b'"')
        begun_before = self._inside and not quotes
        self._inside ^= bool(quotes % 2)
        self._length = (self._length if begun_before else 0) + (len(data) if self._inside else 0)
        self.cut += self._inside and self._length >= self._longest
        return data


def _boundary(data: bytes) -> int:
    """Where bytes can be parted without tearing an escape or a character of several bytes."""
    at = len(data)
    backslash = data.rfind(b"\\", max(0, at - 6))
    if backslash >= 0:
        run = backslash + 1 - len(data[: backslash + 1].rstrip(b"\\"))
        at = backslash if run % 2 else at
    while at and data[at - 1] & 0xC0 == 0x80:  # noqa: PLR2004 - what follows in a character of UTF-8
        at -= 1
    return at - 1 if at and data[at - 1] >= 0xC0 else at  # noqa: PLR2004 - what begins one
