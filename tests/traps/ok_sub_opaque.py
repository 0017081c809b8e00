"""The app's own id of a person is a hash; nobody sees the subject again."""

import hashlib
from typing import Any

from harness.reference_rp import accounts
from harness.traps.trap import Trap

_key = accounts.key


def key(*given: Any) -> tuple[str, ...]:
    """One opaque word."""
    return (hashlib.sha256("\n".join(_key(*given)).encode()).hexdigest(),)


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 2 (what is made of the subject is the app's choice)",
    replaces={"accounts.key": key},
    near=("account/renamed", "account/same_subject_elsewhere", "account/two_without_address", "session/user_switch"),
)
