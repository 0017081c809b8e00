"""The code is taken from the answer before anybody asks whether there is one."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.idp_error": lambda found: None,
        "checks.code": lambda found: found["code"],
    },
    killed_by=(
        "errors/access_denied",
        "callback/without_code",
        "errors/consent_required",
        "errors/line_breaks",
        "callback/error_by_form_post",
    ),
    also_red=(
        "errors/login_required",
        "errors/markup",
    ),
)
