"""The session's cookie is not sent on the way back from the issuer."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies

_attributes = cookies.attributes

MUTANT = Mutant(
    replaces={
        "cookies.attributes": lambda kind, region: {
            **_attributes(kind, region),
            **({"samesite": "strict"} if kind == cookies.SESSION else {}),
        },
    },
    killed_by=("login/deep_link",),
    seen_at=("https://github.com/DuendeArchive/IdentityServer4/issues/4258",),
)
