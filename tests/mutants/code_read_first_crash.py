"""The code is read from the answer before anything else, as if every visit to the callback brought one."""

from collections.abc import Sequence

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks

_parameters = checks.parameters


def parameters(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    found = _parameters(given)
    if "error" not in found and "iss" not in found:
        found["code"] = found["code"].strip()
    return found


MUTANT = Mutant(
    replaces={"checks.parameters": parameters},
    idp="entra",
    killed_by=("callback/admin_consent_return", "entra/admin_consents_first"),
    also_red=("callback/bare", "callback/without_code"),
    seen_at=(
        "https://github.com/snok/django-auth-adfs/issues/216",
        "https://github.com/dotnet/aspnetcore/issues/55910",
    ),
)
