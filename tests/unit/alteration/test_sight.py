"""harness/alteration/sight.py: which logins are rehearsed, and how two verdicts come of one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from harness import catalogue
from harness.alteration.sight import Pair, Sight
from harness.outcome import Observed
from harness.rehearsal import Rehearsal
from harness.scenario import Scenario
from harness.targets.reference import TARGET

SIGNED_IN = Observed("https://app.pelanor.io/", at_app=True, person="alice")
REFUSED = Observed("https://app.pelanor.io/callback", at_app=True, check="id_token.nonce")
FAULTED, PLAIN = "id_token/wrong_nonce", "login/happy"


class _Logins:
    """A rehearsal that only tells how logins end, and which there were."""

    def __init__(self, healthy: Observed, faulted: Observed) -> None:
        self.world = SimpleNamespace(target=TARGET)
        self.seen: list[str | None] = []
        self._ends = {True: healthy, False: faulted}

    def observe(self, _: Scenario, __: str, ___: str, fault: str | None) -> Observed:
        self.seen.append(fault)
        return self._ends[fault is None]


def _seen(healthy: Observed, faulted: Observed, *cases: str) -> tuple[list[str | None], dict[str, Any]]:
    logins = _Logins(healthy, faulted)
    found = Sight(cast("Rehearsal", logins), "okta", "us").of(cases)
    return logins.seen, dict(found)


def test_each_login_is_seen_once() -> None:
    """The plain login is the healthy twin of whatever has the same steps."""
    seen, found = _seen(SIGNED_IN, REFUSED, PLAIN, FAULTED)

    assert seen == [None, "wrong_nonce"]
    assert all(isinstance(pair, Pair) and pair.glass.passed and pair.black.passed for pair in found.values())


def test_no_twin_is_asked_where_all_is_red() -> None:
    """Whoever lets the lie in is red, whatever a healthy login would say."""
    seen, found = _seen(SIGNED_IN, SIGNED_IN, FAULTED)

    assert seen == ["wrong_nonce"]
    assert found[FAULTED].red


def test_refusal_counts_only_where_the_healthy_login_works() -> None:
    """Whoever lets nobody in refuses the lie, too, and is red all the same."""
    seen, found = _seen(REFUSED, REFUSED, FAULTED)

    assert seen == ["wrong_nonce", None]
    assert found[FAULTED].red


@pytest.mark.parametrize("case", ["entra/guest", "organisation/of_its_own_region"])
def test_what_makes_no_sense_here_is_left_out(case: str) -> None:
    """A scenario of another IdP or region is neither green nor skipped."""
    assert catalogue.scenarios()[case]

    assert _seen(SIGNED_IN, REFUSED, case) == ([], {})
