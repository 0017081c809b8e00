"""The session's cookie carries the whole ID token."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies
from harness.reference_rp.configuration import Region
from harness.reference_rp.sessions import Session


def set_session(response: Response, session: Session, region: Region) -> None:
    value = f"{session.id}.{session.id_token}"
    response.set_cookie(cookies.name(cookies.SESSION, region), value, **cookies.attributes(cookies.SESSION, region))


def read(request: Request, kind: str, region: Region) -> str:
    return request.cookies.get(cookies.name(kind, region), "").partition(".")[0]


MUTANT = Mutant(
    replaces={"cookies.set_session": set_session, "cookies.read": read},
    idp="entra",
    killed_by=(
        "groups/two_hundred",
        "entra/many_groups_keep_cookies_small",
        "customer/entra-200-groups-loop",
    ),
    seen_at=(
        "https://github.com/opensearch-project/security-dashboards-plugin/issues/1100",
        "https://github.com/controlplaneio-fluxcd/flux-operator/issues/585",
        "https://github.com/agentgateway/agentgateway/issues/2778",
        "https://github.com/we-promise/sure/issues/1571",
    ),
)
