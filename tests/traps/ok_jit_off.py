"""Only people who were entered beforehand come in."""

from dataclasses import replace

from harness.reference_rp.configuration import Configuration, Member, Organisation
from harness.traps.trap import Trap


def _closed(organisation: Organisation) -> Organisation:
    domain = f"{organisation.name}.example"
    people = tuple(Member(f"{person}@{domain}") for person in ("alice", "bob"))
    return replace(organisation, admits="invited", email_domains=(domain,), members=people)


def configured(usual: Configuration) -> Configuration:
    """Every customer has entered its people."""
    return replace(usual, organisations=tuple(_closed(each) for each in usual.organisations))


TRAP = Trap(
    allowed_by="the product",
    configured=configured,
    takes=("entered_people_only",),
    near=(
        "account/without_address",
        "account/two_without_address",
        "account/renamed",
        "account/colleague_with_my_address",
        "customer/entra-noauth",
    ),
    idp="entra",
)
