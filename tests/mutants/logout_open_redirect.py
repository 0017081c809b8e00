"""Signing out leads wherever the address says."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "sign_out.landing": lambda request: request.query_params.get("next", "/signed-out"),
    },
    killed_by=("session/sign_out_leads_home",),
    seen_at=("https://github.com/zmartzone/mod_auth_openidc/security/advisories/GHSA-q6f2-285m-gr53",),
)
