"""Signing out everywhere was agreed, and the issuer never hears of it."""

from typing import Any

from harness.mutation.mutant import Mutant


async def at_issuer(*_: Any) -> str:
    return ""


MUTANT = Mutant(
    replaces={"sign_out.at_issuer": at_issuer}, killed_by=("logout/at_the_issuer_too", "okta/logout_leaves_nothing")
)
