"""Signing out ends the session here and never at the IdP."""

from harness.traps.trap import Trap


async def at_issuer(party: object, session: object, region: object) -> str:
    """Nowhere."""
    return ""


TRAP = Trap(
    allowed_by="RP-Initiated Logout 1.0 (optional)",
    replaces={"sign_out.at_issuer": at_issuer},
    lacks=("issuer_sign_out",),
    near=(
        "session/stays_signed_out",
        "logout/at_the_issuer_too",
        "okta/logout_with_its_hint",
        "okta/logout_leaves_nothing",
    ),
)
