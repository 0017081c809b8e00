"""An ID token is taken apart at its dots, into three parts and never more."""

import base64
import json
from typing import Any

from harness.mutation.mutant import Mutant


def id_token_header(raw: str, check: str = "") -> dict[str, Any]:
    header, _payload, _signature = raw.split(".")
    return dict(json.loads(base64.urlsafe_b64decode(header + "==")))


MUTANT = Mutant(
    replaces={"checks.id_token_header": id_token_header},
    killed_by=("id_token/encrypted",),
    also_red=("id_token/no_jwt",),
)
