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
    seen_at=(
        "https://github.com/dust-tt/dust/pull/22358",
        "https://github.com/dust-tt/dust/pull/23343",
        "https://github.com/PostHog/posthog/pull/48650",
        "https://github.com/DataDog/pup/issues/550",
    ),
)
