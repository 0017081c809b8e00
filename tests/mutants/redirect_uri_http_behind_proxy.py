"""The redirect URI has the scheme by which the app itself was reached."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import redirect_uri

MUTANT = Mutant(
    replaces={
        "redirect_uri.build": lambda request, region, organisation, connection: (
            f"{request.url.scheme}://{region.host}{redirect_uri.PATH}{connection.idp}-{organisation.organization_id}"
        ),
    },
    killed_by=("request/behind_a_proxy",),
    seen_at=("https://github.com/FreshRSS/FreshRSS/issues/5780",),
)
