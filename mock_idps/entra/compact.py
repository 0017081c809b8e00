"""JSON as it stands on the wire: no spaces, members in the order given."""

from __future__ import annotations

import json

_ENCODER = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)


def text(document: object) -> str:
    """A document as compact JSON; the encoder is made once, which a token answer notices."""
    return _ENCODER.encode(document)


def raw(document: object) -> bytes:
    """The same as UTF-8."""
    return _ENCODER.encode(document).encode()
