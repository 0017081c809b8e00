"""Addresses of a customer's own, proven domain are trusted although nothing says that they are verified."""

from dataclasses import replace

from harness.reference_rp.configuration import Configuration, Organisation
from harness.traps.trap import Trap


def _trusting(organisation: Organisation) -> Organisation:
    return replace(organisation, email_domains=(f"{organisation.name}.example",))


def configured(usual: Configuration) -> Configuration:
    """Every customer has proven its domain."""
    return replace(usual, organisations=tuple(_trusting(each) for each in usual.organisations))


TRAP = Trap(
    allowed_by="the product (the domain was proven otherwise)",
    configured=configured,
    near=(
        "account/address_of_another_customer",
        "account/colleague_with_my_address",
        "account/unverified_address",
        "entra/guest_with_my_address",
    ),
    idp="entra",
)
