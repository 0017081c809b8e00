"""What a browser fetches on a guess spends the code, and the person who then comes is turned away."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp.configuration import Region
from harness.reference_rp.refusal import Refusal
from harness.reference_rp.relying_party import RelyingParty


def again(party: RelyingParty, request: Request, region: Region) -> Response:
    raise Refusal("state", "this answer has been used already")


MUTANT = Mutant(
    replaces={"sign_in.is_prefetch": lambda request: False, "callback.again": again},
    killed_by=("callback/prefetched",),
    also_red=("callback/reloaded",),
)
