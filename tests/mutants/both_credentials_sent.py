"""The secret goes into the body beside the header, to suit every provider; JumpCloud refuses both at once."""

from typing import Any
from urllib.parse import urlencode

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint

_basic = token_endpoint.basic_credentials


def basic_credentials(auth: Any, method: str, uri: str, headers: Any, body: Any) -> Any:
    return _basic(auth, method, uri, headers, f"{body}&{urlencode({'client_secret': auth.client_secret})}")


MUTANT = Mutant(
    replaces={"token_endpoint.basic_credentials": basic_credentials},
    idp="jumpcloud",
    killed_by=("login/happy", "jumpcloud/one_credential_only"),
)
