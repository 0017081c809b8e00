"""The key by which Okta's people are known is the address, which is also their login."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Identity, okta
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    return replace(okta.identity(claims, connection), account_key=read.text(claims, "email"))


MUTANT = Mutant(
    replaces={"adapters.okta.ADAPTER": replace(okta.ADAPTER, identity=identity)},
    killed_by=("okta/login_renamed",),
    also_red=("account/renamed", "okta/address_of_two_people"),
    seen_at=("https://github.com/pennersr/django-allauth/blob/main/ChangeLog.rst",),
)
