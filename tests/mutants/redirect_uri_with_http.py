"""The redirect URI begins with "http:", as the app is spoken to behind its load balancer."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri

_build = redirect_uri.build

MUTANT = Mutant(
    replaces={"redirect_uri.build": lambda *given: _build(*given).replace("https:", "http:", 1)},
    idp="jumpcloud",
    killed_by=("login/happy", "jumpcloud/redirect_uri_of_another_host"),
)
