"""A login begins from the app's own pages only, and from no portal's tile."""

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import initiate
from harness.reference_rp.refusal import Refusal

_parameters = initiate.parameters


async def parameters(request: Request) -> dict[str, str]:
    if request.query_params and not request.headers.get("referer", "").startswith(str(request.base_url)):
        raise Refusal("initiate.issuer", "the login was started elsewhere")
    return await _parameters(request)


MUTANT = Mutant(
    replaces={"initiate.parameters": parameters},
    idp="entra",
    killed_by=("entra/started_from_my_apps", "initiate/by_the_issuer"),
    also_red=("initiate/from_a_strangers_site", "initiate/unsafe_target"),
)
