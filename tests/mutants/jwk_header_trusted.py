"""A key in the token's own header is preferred to the issuer's published ones."""

from collections.abc import Sequence
from typing import Any

from joserfc import jwk
from joserfc.jwk import Key

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks

_signature = checks.id_token_signature


def id_token_signature(raw: str, keys: Sequence[Key], alg: str, check: str = "id_token.signature") -> dict[str, Any]:
    own = checks.id_token_header(raw).get("jwk")
    return _signature(raw, [jwk.import_key(own)] if isinstance(own, dict) else keys, alg, check)


MUTANT = Mutant(
    replaces={"checks.id_token_signature": id_token_signature},
    killed_by=("id_token/brings_its_own_key",),
    seen_at=("https://github.com/wildfly/wildfly-core/pull/5956",),
)
