"""harness/traps/: a right relying party is left in peace in a real browser, a wrong one is not, and both are gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.alteration.target import AlteredReference
from harness.alteration.workers import tried
from harness.rehearsal import Rehearsal
from harness.targets.reference import Reference
from harness.traps.traps import Traps

TRAPS = Traps()

WRONG = '''"""The nonce is not compared."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="nobody",
    replaces={"checks.nonce": lambda claims, transaction: None},
    lacks=("roles",),
    near=("login/happy", "id_token/wrong_nonce", "groups/give_a_role"),
)
'''


@pytest.fixture(scope="module")
def stage() -> Iterator[tuple[AlteredReference, Rehearsal]]:
    """World and browser around a reference that can change."""
    target = AlteredReference()
    rehearsal = Rehearsal(target).start()
    yield target, rehearsal
    rehearsal.stop()


def test_a_wrong_one_is_blamed_and_gone_afterwards(stage: tuple[AlteredReference, Rehearsal], tmp_path: Path) -> None:
    """A trap that is really a mutant shows as red, what it lacks is skipped, and the target is the reference again."""
    (tmp_path / "wrong.py").write_text(WRONG, encoding="utf-8")

    result = tried(TRAPS, stage, TRAPS.folder.load("wrong", tmp_path), "alone")

    assert result.green == ["login/happy"]
    assert "alice is signed in" in result.red["id_token/wrong_nonce"]
    assert "lacks roles" in result.skipped["groups/give_a_role"]
    assert stage[0].capabilities == Reference.capabilities


def test_one_whose_callback_is_a_page_that_goes_on_by_itself_is_left_in_peace(
    stage: tuple[AlteredReference, Rehearsal],
) -> None:
    """Where a login ends is looked at once the browser rests."""
    result = tried(TRAPS, stage, TRAPS.folder.load("ok_callback_303"), "alone")

    assert result.settled
