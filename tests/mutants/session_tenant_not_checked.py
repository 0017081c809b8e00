"""Who is signed in anywhere is signed in everywhere."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.session_tenant": lambda session, organization_id, region: None,
    },
    killed_by=("session/of_another_organisation",),
    seen_at=(
        "https://github.com/wildfly/wildfly/pull/17811",
        "https://github.com/zmartzone/lua-resty-openidc/blob/master/ChangeLog",
    ),
)
