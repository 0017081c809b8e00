"""Every customer is answered in the region that the product had first."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri

_build = redirect_uri.build

MUTANT = Mutant(
    replaces={"redirect_uri.build": lambda *given: _build(*given).replace("//app-eu.", "//app.", 1)},
    idp="jumpcloud",
    region="eu",
    killed_by=("login/happy", "jumpcloud/redirect_uri_of_the_other_region"),
)
