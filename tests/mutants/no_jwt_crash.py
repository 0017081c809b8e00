"""What is no JWT is an exception nobody catches."""

import base64
import json

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_header": lambda raw, check="": dict(
            json.loads(base64.urlsafe_b64decode(raw.split(".")[0] + "=="))
        ),
    },
    killed_by=("id_token/no_jwt",),
)
