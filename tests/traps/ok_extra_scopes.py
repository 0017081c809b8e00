"""More scopes are asked for than a login needs."""

from dataclasses import replace

from harness.reference_rp.adapters import entra
from harness.traps.trap import Trap

WANTED = ("openid", "profile", "email", "offline_access", "User.Read")

TRAP = Trap(
    allowed_by="RFC 6749, 3.3; OIDC Core 1.0, 5.4 and 11",
    replaces={"adapters.entra.ADAPTER": replace(entra.ADAPTER, scopes=WANTED)},
    near=("request/complete", "groups/give_a_role", "callback/page_left_open"),
    idp="entra",
)
