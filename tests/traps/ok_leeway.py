"""Clocks may differ by five minutes."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="OIDC Core 1.0, 3.1.3.7 (9); RFC 7519, 4.1.4 (a few minutes)",
    replaces={"checks.leeway": lambda: 300.0},
    near=("id_token/expired", "id_token/not_yet_valid", "id_token/clock_ahead", "logout/expired"),
)
