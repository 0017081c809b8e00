"""The redirect URI names the US host for everybody."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri

_build = redirect_uri.build

MUTANT = Mutant(
    replaces={
        "redirect_uri.build": lambda request, region, *whom: _build(request, region, *whom).replace("app-eu.", "app."),
    },
    region="eu",
    killed_by=("login/happy", "organisation/of_its_own_region"),
)
