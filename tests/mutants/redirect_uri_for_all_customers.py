"""All customers share one redirect URI, which names none of them."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri

_build = redirect_uri.build

MUTANT = Mutant(
    replaces={"redirect_uri.build": lambda *given: _build(*given).rpartition("/")[0]},
    idp="jumpcloud",
    killed_by=("login/happy", "jumpcloud/redirect_uri_without_suffix"),
)
