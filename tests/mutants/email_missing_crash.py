"""A person without an address is an exception nobody catches."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import Identity, entra
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    return replace(entra.identity(claims, connection), email=claims["email"])


MUTANT = Mutant(
    replaces={"adapters.entra.ADAPTER": replace(entra.ADAPTER, identity=identity)},
    idp="entra",
    killed_by=(
        "account/without_address",
        "account/two_without_address",
        "customer/entra-no-email-or-case",
    ),
    seen_at=(
        "https://github.com/goharbor/harbor/issues/9600",
        "https://github.com/infrahq/infra/issues/4384",
        "https://github.com/mozilla/mozilla-django-oidc/issues/290",
    ),
)
