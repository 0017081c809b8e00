"""An organisation's name that nobody has is an exception nobody catches."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import organisations


def with_sign_on(party: Any, typed: str) -> Any:
    organisation = party.organisation_named(organisations.normalised(typed))
    return organisation, organisation.connection


MUTANT = Mutant(
    replaces={"organisations.with_sign_on": with_sign_on},
    killed_by=("login/organisation_unknown",),
    also_red=("organisation/hidden",),
)
