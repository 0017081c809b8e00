"""Signing out is a form with a token of the session; a link does nothing."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="OWASP ASVS 4.0, 4.2.2 (better practice)",
    near=("session/sign_out_leads_home", "session/stays_signed_out", "session/no_cookie_left"),
    same="the reference signs out by such a form",
)
