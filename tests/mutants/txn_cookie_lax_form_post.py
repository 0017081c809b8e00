"""The cookie that binds a login is Lax, which a posted answer does not bring along."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies

_attributes = cookies.attributes

MUTANT = Mutant(
    replaces={
        "cookies.attributes": lambda kind, region: {**_attributes(kind, region), "samesite": "lax"},
    },
    idp="entra",
    killed_by=(
        "callback/by_form_post",
        "customer/entra-form-post-loop",
    ),
)
