"""The first key of a name is the signing key, whatever it is for."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks, discovery

_signing_key, _id_token_kid = discovery.signing_key, checks.id_token_kid


def signing_key(item: Any, connection: Any) -> Any:
    return _signing_key({name: value for name, value in item.items() if name != "use"}, connection)


MUTANT = Mutant(
    replaces={
        "discovery.signing_key": signing_key,
        "checks.id_token_kid": lambda *given: _id_token_kid(*given)[:1],
    },
    killed_by=("keys/twins",),
)
