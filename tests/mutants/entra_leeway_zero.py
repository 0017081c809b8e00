"""Times are compared to the second: no clock may be slow by more than Entra hides."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"checks.leeway": lambda: 0.0},
    idp="entra",
    killed_by=("entra/slow_clock",),
    also_red=("id_token/clock_ahead", "id_token/clock_behind"),
)
