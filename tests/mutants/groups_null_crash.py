"""Groups are iterated without asking of what type they are."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import Identity, okta
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    return replace(okta.identity(claims, connection), groups=tuple(claims.get(connection.group_claim, ())))


MUTANT = Mutant(
    replaces={"adapters.okta.ADAPTER": replace(okta.ADAPTER, identity=identity)},
    killed_by=("groups/null", "groups/a_number", "groups/mixed"),
    seen_at=(
        "https://github.com/controlplaneio-fluxcd/flux-operator/security/advisories/GHSA-4xh5-jcj2-ch8q",
        "https://github.com/oauth2-proxy/oauth2-proxy/pull/3365",
    ),
)
