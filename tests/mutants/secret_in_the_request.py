"""The client secret goes along in the authorization request."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import authorization

_extra = authorization.extra


def extra(request: Any, connection: Any, login_hint: str) -> dict[str, str]:
    return {**_extra(request, connection, login_hint), "client_secret": connection.client_secret}


MUTANT = Mutant(replaces={"authorization.extra": extra}, killed_by=("request/tells_no_secret",))
