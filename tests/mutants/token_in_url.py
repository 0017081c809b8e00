"""The session's id stands in the address after the login."""

from fastapi import Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies
from harness.reference_rp.configuration import Region
from harness.reference_rp.sessions import Session

_set_session = cookies.set_session


def set_session(response: Response, session: Session, region: Region) -> None:
    _set_session(response, session, region)
    response.headers["Location"] += f"?session={session.id}"


MUTANT = Mutant(
    replaces={"cookies.set_session": set_session},
    killed_by=("userinfo/token_in_the_header",),
    also_red=("login/deep_link",),
    seen_at=(
        "https://github.com/nhost/nhost/security/advisories/GHSA-g2qj-prgh-4g9r",
        "https://github.com/flatcar/nebraska/issues/642",
    ),
)
