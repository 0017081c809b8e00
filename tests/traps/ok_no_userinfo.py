"""Userinfo is never asked: the ID token is enough."""

from dataclasses import replace

from harness.reference_rp.adapters import jumpcloud
from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="OIDC Core 1.0, 5.3 (the endpoint is there to be used, not a step of the login)",
    replaces={"adapters.jumpcloud.ADAPTER": replace(jumpcloud.ADAPTER, userinfo=False)},
    lacks=("userinfo",),
    near=("groups/give_a_role", "userinfo/unavailable", "token_endpoint/token_type_lower_case"),
    idp="jumpcloud",
)
