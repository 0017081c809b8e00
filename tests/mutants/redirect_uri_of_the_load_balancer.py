"""The redirect URI is written as the load balancer speaks to the app, without TLS."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri

MUTANT = Mutant(
    replaces={
        "redirect_uri.build": lambda request, region, organisation, connection: (
            f"http://{region.host}{redirect_uri.PATH}{connection.idp}-{organisation.organization_id}"
        ),
    },
    killed_by=("login/happy", "okta/redirect_uri_not_registered"),
)
