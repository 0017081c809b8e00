"""The cookie that binds a login is not sent on the way back from the issuer."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies

_attributes = cookies.attributes

MUTANT = Mutant(
    replaces={
        "cookies.attributes": lambda kind, region: {
            **_attributes(kind, region),
            **({} if kind == cookies.SESSION else {"samesite": "strict"}),
        },
    },
    killed_by=("login/happy",),
)
