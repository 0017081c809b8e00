"""Roles are given in the app; groups of the IdP have no say."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="the product",
    replaces={"accounts.roles": lambda organisation, identity, member, before: {"member"}},
    lacks=("roles",),
    near=("groups/give_a_role", "groups/null", "groups/two_hundred", "customer/entra-no-email-or-case"),
    idp="entra",
)
