"""The claims of a token are believed whatever its signature."""

import base64
import json
from collections.abc import Sequence
from typing import Any

from joserfc.jwk import Key

from harness.mutation.mutant import Mutant


def id_token_signature(raw: str, keys: Sequence[Key], alg: str, check: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(raw.split(".")[1] + "=="))
    return found


MUTANT = Mutant(
    replaces={"checks.id_token_signature": id_token_signature},
    killed_by=("id_token/wrong_key", "id_token/damaged_signature"),
    also_red=("id_token/brings_its_own_key", "id_token/points_to_its_key", "logout/wrong_key"),
    seen_at=(
        "https://github.com/auth0/omniauth-auth0/security/advisories/GHSA-58r4-h6v8-jcvm",
        "https://github.com/python-social-auth/social-core/blob/master/CHANGELOG.md",
    ),
)
