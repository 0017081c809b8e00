"""Long texts of a JSON file are cut; everything else stays as it is."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.evidence import short_texts
from harness.evidence.short_texts import ShortTexts

TEXT = st.text(alphabet=st.sampled_from('a"\\/\n\u00e9\u20ac\U0001f600 '), max_size=80)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of a few bytes, so that every boundary is met."""
    monkeypatch.setattr(short_texts, "CHUNK", 7)


def _through(data: bytes, longest: int) -> bytes:
    stream = ShortTexts(io.BytesIO(data), longest)
    return b"".join(iter(lambda: stream.read(64), b""))


@settings(max_examples=300, deadline=None)
@given(told=st.lists(st.dictionaries(TEXT, TEXT, max_size=3), max_size=4), ascii_only=st.booleans())
def test_short_texts_stay(told: list[dict[str, str]], ascii_only: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
    """Nothing is lost below the limit."""
    data = json.dumps(told, ensure_ascii=ascii_only).encode()

    assert _through(data, 10_000) == data


@settings(max_examples=300, deadline=None)
@given(told=st.lists(TEXT, max_size=6), ascii_only=st.booleans())
def test_long_texts_lose_their_end(told: list[str], ascii_only: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
    """What is left is JSON with the beginnings of the same texts."""
    cut = json.loads(_through(json.dumps(told, ensure_ascii=ascii_only).encode(), 20))

    assert len(cut) == len(told)
    for whole, left in zip(told, cut, strict=True):
        assert whole.startswith(left.rstrip("\ud83d"))
        assert len(left) <= 40
        assert left == whole or len(json.dumps(whole, ensure_ascii=ascii_only).encode()) > 6


def test_an_endless_text_takes_no_room() -> None:
    """Of a text of a million letters only the beginning is passed on."""
    assert len(_through(b'["' + b"x" * 1_000_000 + b'"]', 100)) < 200
