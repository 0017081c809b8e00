"""A bug of our own is met kindly, and found."""

import logging
from typing import Any

import pytest

from harness.reference_rp import checks


def _break(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise KeyError("a bug")

    monkeypatch.setattr(checks, "nonce", broken)


def test_a_bug_becomes_a_page(stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is ours, is not stored, and shows nothing of the inside; nobody is signed in."""
    _break(monkeypatch)
    response = stage.sign_in()

    assert response.status_code == 500
    assert "Something went wrong on our side" in response.text
    assert "KeyError" not in response.text
    assert response.headers["cache-control"] == "no-store"
    assert not stage.browser.signed_in()


def test_a_bug_is_found_by_its_reference(
    stage: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The reference on the page stands in the log, with the traceback."""
    _break(monkeypatch)
    with caplog.at_level(logging.ERROR, "harness.reference_rp"):
        response = stage.sign_in()
    reference = response.text.partition('data-reference="')[2].partition('"')[0]

    (record,) = caplog.records
    assert reference
    assert record.getMessage() == f"broken reference={reference}"
    assert record.exc_info is not None
