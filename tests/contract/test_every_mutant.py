"""The contract of tests/mutants/: it holds for every file put there, and a file that breaks it is named."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from harness import reference_rp
from harness.alteration.folder import Named
from harness.mutation.mutant import Mutant
from harness.mutation.mutants import Mutants
from mock_idps.core.plugins import BrokenPromise

LARGEST = 60
FOLDER = Mutants.folder


@pytest.fixture(params=FOLDER.ids())
def named(request: pytest.FixtureRequest) -> Named[Mutant]:
    """A mutant by its id."""
    return FOLDER.load(request.param)


def _in_place(names: Any) -> dict[str, Any]:
    return {name: attrgetter(name)(reference_rp) for name in names}


def test_keeps_its_promise(named: Named[Mutant]) -> None:
    """The file says in a sentence what is wrong, and names scenarios that exist, or evidence that none can notice."""
    assert named.says.endswith(".")
    assert named.alteration.killed_by or named.alteration.equivalent


def test_is_small(named: Named[Mutant]) -> None:
    """A mutant is the smallest change that makes the relying party wrong."""
    text = (FOLDER.path / f"{named.id}.py").read_text(encoding="utf-8")

    assert len(text.splitlines()) <= LARGEST


def test_replaces_and_puts_back(named: Named[Mutant]) -> None:
    """In force everything it names is another thing; afterwards it is the very thing it was."""
    before = _in_place(named.alteration.replaces)

    with named.alteration.in_force():
        during = _in_place(named.alteration.replaces)

    assert all(during[name] is not before[name] for name in before)
    assert all(_in_place(before)[name] is before[name] for name in before)


GOOD = '''"""Something is wrong."""
from harness.mutation.mutant import Mutant
MUTANT = Mutant(replaces={"checks.nonce": None}, killed_by=("login/happy",))
'''


@pytest.mark.parametrize(
    ("good", "bad", "complaint"),
    [
        ("MUTANT =", "OTHER =", "must define MUTANT"),
        ('"""Something is wrong."""', "", "must open with a docstring"),
        ("checks.nonce", "checks.nonsense", 'no "checks.nonsense"'),
        ("checks.nonce", "nowhere.nonce", "replaces what does not exist"),
        ("login/happy", "login/sad", 'the scenario "login/sad", which does not exist'),
        ("login/happy", "account/of_another_tenant", 'tried at "okta", where the scenario'),
        ("killed_by", 'also_red=("entra/guest",), killed_by', 'tried at "okta", where the scenario'),
        ("login/happy", "organisation/of_its_own_region", 'tried in "us", where the scenario'),
        ('killed_by=("login/happy",)', "", 'must name scenarios in "killed_by"'),
        ('replaces={"checks.nonce": None}, ', "", "must change something"),
        ("killed_by", 'equivalent="so it is", killed_by', 'must name scenarios in "killed_by"'),
        ("killed_by", 'seen_at=("a bug",), killed_by', 'names "a bug" in "seen_at"'),
        ("MUTANT =", "MUTANT = 1 / 0 #", "cannot be loaded: ZeroDivisionError"),
    ],
)
def test_broken_promise_names_the_file(tmp_path: Path, good: str, bad: str, complaint: str) -> None:
    """A file that breaks its promise fails with its own name and the reason."""
    (tmp_path / "broken.py").write_text(GOOD.replace(good, bad), encoding="utf-8")

    with pytest.raises(BrokenPromise) as error:
        FOLDER.load("broken", tmp_path)

    assert "broken.py" in str(error.value)
    assert complaint in str(error.value)
