"""An answer that is no JSON is an exception nobody catches."""

import json

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "wire.json_object": lambda response: dict(json.loads(response.content)),
    },
    killed_by=("token_endpoint/garbled", "discovery/page", "keys/page"),
    also_red=("token_endpoint/page", "discovery/heals", "token_endpoint/redirected"),
)
