"""Expected × observed → verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from harness.judge import judge
from harness.outcome import AtIssuer, Expected, NotSignedIn, Observed, Refused, SignedIn
from harness.own_app import black_box

APP = "https://app.pelanor.io"


@pytest.mark.parametrize(
    ("expected", "observed"),
    [
        (SignedIn("alice"), Observed(f"{APP}/workspace", at_app=True, person="alice")),
        (SignedIn("alice", at="/reports/7?tab=b"), Observed(f"{APP}/reports/7?tab=b", at_app=True, person="alice")),
        (Refused("state"), Observed(f"{APP}/cb", at_app=True, check="state")),
        (AtIssuer(), Observed("https://login.example/x", at_app=False, at_issuer=True)),
        (NotSignedIn(), Observed(f"{APP}/", at_app=True)),
    ],
)
def test_agreement_passes(expected: Expected, observed: Observed) -> None:
    """What was expected and seen passes."""
    assert judge(expected, observed).passed


@pytest.mark.parametrize(
    ("expected", "observed"),
    [
        (SignedIn("alice"), Observed(f"{APP}/", at_app=True, person="bob")),
        (SignedIn("alice"), Observed("https://login.example/", at_app=False, person="alice")),
        (SignedIn("alice", at="/reports/7"), Observed(f"{APP}/reports/8", at_app=True, person="alice")),
        (Refused("state"), Observed(f"{APP}/cb", at_app=True, check="state.browser")),
        (Refused("state"), Observed(f"{APP}/cb", at_app=True, check="state", person="alice")),
        (Refused("state"), Observed(f"{APP}/cb", at_app=True)),
        (AtIssuer(), Observed("https://login.example/x", at_app=False, at_issuer=True, person="alice")),
        (AtIssuer(), Observed("chrome-error://chromewebdata/", at_app=False)),
        (AtIssuer(), Observed(f"{APP}/", at_app=True)),
        (NotSignedIn(), Observed(f"{APP}/", at_app=True, check="state")),
        (SignedIn("alice"), Observed(f"{APP}/", at_app=True, person="alice", broken=("the app answered 500",))),
    ],
)
def test_disagreement_fails_and_says_both_sides(expected: Expected, observed: Observed) -> None:
    """A red verdict names what was expected and what was seen."""
    verdict = judge(expected, observed)

    assert not verdict.passed
    assert str(expected) in verdict.reason
    assert str(observed) in verdict.reason


def test_a_fresh_login_of_the_right_person_is_a_refusal() -> None:
    """Seen from outside, an app that begins its own login instead of taking an answer has refused the answer."""
    fresh = Observed(f"{APP}/workspace", at_app=True, person="alice", begun_anew=True)

    assert black_box.judge(Refused("state"), fresh).passed
    assert not black_box.judge(Refused("state"), replace(fresh, begun_anew=False)).passed
