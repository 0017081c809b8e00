"""An invitation finds its person by address at the first login, inside the inviting organisation."""

from dataclasses import replace

from harness.reference_rp.configuration import Configuration, Member, Organisation
from harness.traps.trap import Trap


def _inviting(organisation: Organisation) -> Organisation:
    domain = f"{organisation.name}.example"
    return replace(organisation, email_domains=(domain,), members=(Member(f"alice@{domain}"), Member(f"bob@{domain}")))


def configured(usual: Configuration) -> Configuration:
    """Every customer has invited its people."""
    return replace(usual, organisations=tuple(_inviting(each) for each in usual.organisations))


TRAP = Trap(
    allowed_by="the product (inside one organisation, once)",
    configured=configured,
    near=(
        "account/colleague_with_my_address",
        "account/address_of_another_customer",
        "account/renamed",
        "account/address_in_capitals",
    ),
    idp="entra",
)
