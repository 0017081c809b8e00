"""Clocks may differ by ten seconds and no more."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="OIDC Core 1.0, 3.1.3.7 (9) (the client's policy)",
    replaces={"checks.leeway": lambda: 10.0},
    takes=("little_leeway",),
    near=("id_token/clock_ahead", "id_token/clock_behind", "id_token/expired", "entra/slow_clock"),
)
