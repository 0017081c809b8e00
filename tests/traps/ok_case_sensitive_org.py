"""Organisation names are taken exactly as they are typed."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="the product (its guide says: lower case, no spaces)",
    replaces={"organisations.normalised": lambda typed: typed},
    lacks=("lenient_organisation_name",),
    near=("organisation/spelled_freely", "organisation/of_the_other_region", "login/organisation_unknown"),
)
