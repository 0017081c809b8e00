"""The access token is parsed, to see when it ends and whom it is for."""

import base64
import json
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback
from harness.reference_rp.refusal import Refusal

_identify = callback.identify


async def identify(party: Any, connection: Any, claims: dict[str, Any], token: Any) -> Any:
    body = json.loads(base64.urlsafe_b64decode(str(token["access_token"]).split(".")[1] + "=="))
    if not body["aud"]:
        raise Refusal("token_endpoint.answer", "the access token is for nobody")
    return await _identify(party, connection, claims, token)


MUTANT = Mutant(
    replaces={"callback.identify": identify},
    idp="jumpcloud",
    killed_by=("login/happy", "jumpcloud/access_token_as_jwt", "jumpcloud/access_token_opaque"),
)
