"""Names are cut to sixty characters."""

from dataclasses import replace
from typing import Any

from harness.reference_rp import accounts
from harness.traps.trap import Trap

_renew = accounts.renew


def renew(account: Any, organisation: Any, identity: Any, member: Any) -> None:
    """Shorter, and signed in."""
    _renew(account, organisation, replace(identity, name=identity.name[:60]), member)


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 5.1 (name is for display)",
    replaces={"accounts.renew": renew},
    near=("name/long", "name/not_latin", "name/markup"),
)
