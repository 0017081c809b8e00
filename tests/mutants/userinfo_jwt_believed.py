"""A userinfo answer that is a token is read without a look at its signature."""

import json
from base64 import urlsafe_b64decode
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import wire

_json_object = wire.json_object


def json_object(response: Any) -> dict[str, Any]:
    if "application/jwt" not in response.headers.get("content-type", ""):
        return _json_object(response)
    return dict(json.loads(urlsafe_b64decode(response.text.split(".")[1] + "==")))


MUTANT = Mutant(replaces={"wire.json_object": json_object}, killed_by=("userinfo/signed_by_a_stranger",))
