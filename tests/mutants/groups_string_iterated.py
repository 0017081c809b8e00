"""One group that comes as a text is read letter by letter."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import claims

_texts = claims.texts

MUTANT = Mutant(
    replaces={
        "claims.texts": lambda value: tuple(value) if isinstance(value, str) else _texts(value),
    },
    idp="jumpcloud",
    killed_by=(
        "groups/one_as_a_string",
        "jumpcloud/group_as_a_bare_string",
        "customer/jumpcloud-one-group",
    ),
    seen_at=(
        "https://github.com/nxzai/NextExplorer/issues/279",
        "https://github.com/argoproj/argo-cd/issues/22973",
        "https://github.com/coder/coder/issues/10962",
    ),
)
