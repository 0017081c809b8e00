"""harness/own_app/black_box.py: the verdict of who sees only what any app shows."""

from __future__ import annotations

import pytest

from harness.outcome import AtIssuer, Expected, NotSignedIn, Observed, Refused, SignedIn
from harness.own_app.black_box import judge, words

APP = "https://app.pelanor.io"
NOBODY = Observed(f"{APP}/login?again=1", at_app=True)
ELSEWHERE = Observed("https://login.example/x", at_app=False, at_issuer=True)
ALICE = Observed(f"{APP}/workspace", at_app=True, person="alice")


@pytest.mark.parametrize(
    ("expected", "observed"),
    [
        (Refused("state"), NOBODY),
        (Refused("state"), Observed(f"{APP}/cb", at_app=True, check="nonce")),
        (Refused("state"), ELSEWHERE),
        (NotSignedIn(), NOBODY),
        (AtIssuer(), ELSEWHERE),
        (SignedIn("alice"), ALICE),
        (SignedIn("alice", at="/workspace"), ALICE),
    ],
)
def test_right(expected: Expected, observed: Observed) -> None:
    """Whoever should be out is out, by whatever page or check; whoever should be in is in."""
    assert judge(expected, observed).passed


@pytest.mark.parametrize(
    ("expected", "observed"),
    [
        (Refused("state"), ALICE),
        (NotSignedIn(), ALICE),
        (AtIssuer(), ALICE),
        (SignedIn("alice"), NOBODY),
        (SignedIn("alice"), Observed(f"{APP}/workspace", at_app=True, person="bob")),
        (SignedIn("alice", at="/reports/7"), ALICE),
        (Refused("state"), Observed(f"{APP}/cb", at_app=True, broken=("the app answered 500",))),
        (Refused("state"), Observed(f"{APP}/cb", at_app=True, broken=("the code went to another issuer",))),
        (Refused("state"), Observed("chrome-error://chromewebdata/", at_app=False)),
        (NotSignedIn(), Observed("chrome-error://chromewebdata/", at_app=False)),
    ],
)
def test_wrong(expected: Expected, observed: Observed) -> None:
    """Somebody in who should be out, nobody in who should be in, a crash, a leak, or a browser that gave up is red."""
    verdict = judge(expected, observed)

    assert not verdict.passed
    assert verdict.reason


@pytest.mark.parametrize("expected", [Refused("state"), NotSignedIn(), AtIssuer(), SignedIn("alice")])
@pytest.mark.parametrize("check", ["state", "nonce", "no check at all"])
@pytest.mark.parametrize("person", ["", "alice"])
def test_check_code_changes_no_verdict(expected: Expected, check: str, person: str) -> None:
    """With a code on the page or without, the verdict is the same."""
    with_code = Observed(f"{APP}/cb", at_app=True, person=person, check=check)
    without = Observed(f"{APP}/cb", at_app=True, person=person)

    assert judge(expected, with_code).passed == judge(expected, without).passed


def test_what_is_expected_is_said_without_check_codes() -> None:
    """Nobody but the harness knows "id_token.aud"; what a person can see is who is signed in."""
    assert words(Refused("id_token.aud")) == "nobody is signed in"
    assert words(SignedIn("alice", at="/workspace")) == "alice is signed in at /workspace"
