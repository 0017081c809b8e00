"""harness/alteration/replacing.py: something of the relying party is replaced for a while."""

from __future__ import annotations

import pytest

from harness.alteration.alteration import Alteration
from harness.reference_rp import checks
from harness.reference_rp.transactions import Transactions


def test_is_put_back_after_an_exception() -> None:
    """Whatever happens while an alteration is in force, the relying party is whole afterwards."""
    before = checks.nonce

    with pytest.raises(ZeroDivisionError), Alteration({"checks.nonce": None}).in_force():
        raise ZeroDivisionError

    assert checks.nonce is before


def test_method_of_a_class_is_replaced() -> None:
    """A dotted name may lead through a class."""
    before = vars(Transactions)["find"]

    with Alteration({"transactions.Transactions.find": None}).in_force():
        assert Transactions.find is None

    assert vars(Transactions)["find"] is before


def test_inherited_method_is_inherited_again() -> None:
    """What a class has from its parents is not left behind as its own."""
    with Alteration({"checks._Registry.check_header": None}).in_force():
        assert checks._Registry.check_header is None

    assert "check_header" not in vars(checks._Registry)


def test_nothing_is_replaced_where_one_name_is_wrong() -> None:
    """A wrong name leaves everything as it was, and is named."""
    before = checks.nonce

    with (
        pytest.raises(AttributeError, match=r'no "checks\.nonsense"'),
        Alteration({"checks.nonce": None, "checks.nonsense": None}).in_force(),
    ):
        pass

    assert checks.nonce is before
