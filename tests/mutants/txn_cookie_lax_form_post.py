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
    seen_at=(
        "https://github.com/codelibs/fess/pull/3215",
        "https://github.com/AzureAD/passport-azure-ad/issues/477",
        "https://github.com/vmware/pinniped/issues/2523",
    ),
)
