"""The secret goes into the header and into the body."""

from typing import Any
from urllib.parse import urlencode

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint

_basic = token_endpoint.basic_credentials


def basic_credentials(auth: Any, method: str, uri: str, headers: Any, body: Any) -> Any:
    more = urlencode({"client_id": auth.client_id, "client_secret": auth.client_secret})
    return _basic(auth, method, uri, headers, f"{body}&{more}")


MUTANT = Mutant(
    replaces={"token_endpoint.basic_credentials": basic_credentials},
    killed_by=("login/happy", "okta/one_credential_only"),
)
