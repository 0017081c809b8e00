"""What a file in tests/mutants/ promises as `MUTANT`."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from harness.mutation.replacing import replaced


@dataclass(frozen=True, slots=True)
class Mutant:
    """One wrong relying party: the reference with something replaced; its file's docstring says what is wrong.

    Attributes:
        replaces: what stands instead, by dotted name below `harness.reference_rp`, such as "checks.nonce" or
            "transactions.Transactions.find".
        killed_by: ids of the scenarios that claim to notice; each must be red, with and without check codes.
        also_red: ids of further scenarios that may be red, because the same fault shows there.
        idp, region: the cell where it is tried.
        equivalent: the evidence that nobody can notice, for a mutant that another check covers; it has no killers then.
    """

    replaces: Mapping[str, Any]
    killed_by: tuple[str, ...] = ()
    also_red: tuple[str, ...] = ()
    idp: str = "okta"
    region: str = "us"
    equivalent: str = ""

    def in_force(self) -> AbstractContextManager[None]:
        """Replace inside the block, and put back afterwards whatever happens.

        Raises:
            AttributeError: The relying party has nothing of that name.
        """
        return replaced(self.replaces)
