"""Any text in "email_verified" is true, "false" as well."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "claims.truth": lambda claims, name: bool(claims.get(name)) if name in claims else None,
    },
    idp="jumpcloud",
    killed_by=("jumpcloud/email_verified_false_as_text",),
    seen_at=("https://github.com/golang/vulndb/issues/5908",),
)
