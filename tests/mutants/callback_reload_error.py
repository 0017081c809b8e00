"""A callback that is opened once more ends on an error page, also for who is signed in."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp.configuration import Region
from harness.reference_rp.refusal import Refusal
from harness.reference_rp.relying_party import RelyingParty


def again(party: RelyingParty, request: Request, region: Region) -> Response:
    raise Refusal("state", "this answer has been used already")


MUTANT = Mutant(
    replaces={"callback.again": again},
    killed_by=("callback/reloaded",),
    seen_at=(
        "https://github.com/AzureAD/microsoft-identity-web/issues/2328",
        "https://github.com/auth0/express-openid-connect/pull/797",
    ),
)
