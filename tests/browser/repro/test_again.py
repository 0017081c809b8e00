"""A login that Playwright recorded as HAR becomes a repro that ends alike."""

from __future__ import annotations

import pytest

from harness import browser, catalogue
from harness.own_app import finding
from harness.repro.score import Cell, scores

CASES = [
    ("login/happy", "jumpcloud"),
    ("login/not_assigned", "okta"),
    ("id_token/wrong_audience", "entra"),
    ("callback/repeated_parameter", "okta"),
]


def test_record_repro_same_verdict() -> None:
    """Signed in, stopped at the issuer, refused by a check, refused for what the person did: each once more."""
    cells = [Cell(case, catalogue.scenarios()[case][0], idp, "us") for case, idp in CASES]
    try:
        found = list(scores(cells, finding.target("reference")))
    except browser.NoBrowser as error:
        pytest.skip(str(error))

    assert [(it.cell.case, it.was, it.became, it.trouble) for it in found if not it.same or not it.idp] == []
    assert [it.was[0] for it in found] == ["signed in", "stays at the issuer", "refused", "refused"]
