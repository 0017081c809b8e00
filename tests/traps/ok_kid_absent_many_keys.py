"""A token without "kid" is refused where the issuer publishes several keys."""

from collections.abc import Mapping, Sequence
from typing import Any

from joserfc.jwk import Key

from harness.reference_rp import checks
from harness.reference_rp.refusal import Refusal
from harness.traps.trap import Trap

_kid = checks.id_token_kid


def kid(header: Mapping[str, Any], keys: Sequence[Key], check: str = "id_token.kid") -> list[Key]:
    """The one key that may have signed."""
    if header.get("kid") is None and len(keys) > 1:
        raise Refusal(check, 'which of several keys signed? the header holds no "kid"')
    return _kid(header, keys, check)


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 10.1",
    replaces={"checks.id_token_kid": kid},
    lacks=("any_key",),
    near=("keys/kid_absent_among_several", "keys/twins", "keys/strangers"),
    idp="entra",
)
