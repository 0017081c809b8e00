"""Playwright's traces, masked like everything else: they hold cookies, codes and what was typed."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harness.record.mask import Masker


def mask(path: Path, masker: Masker) -> None:
    """Rewrite a trace with the secrets that `masker` has learnt replaced in every text file of it."""
    partial = path.with_suffix(".partial")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, _masked(old.read(entry), masker))
    partial.replace(path)


def _masked(data: bytes, masker: Masker) -> bytes:
    try:
        return masker.replace(data.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        return data  # a picture or a font holds no secret of the wire
