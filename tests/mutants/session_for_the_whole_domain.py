"""The session's cookie is set for the domain, so that every host below it gets it."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies
from harness.reference_rp.configuration import Region

_name, _attributes = cookies.name, cookies.attributes


def name(kind: str, region: Region) -> str:
    return "__Secure-session" if kind == cookies.SESSION else _name(kind, region)


def attributes(kind: str, region: Region) -> dict[str, Any]:
    domain = {"domain": region.host.partition(".")[2]} if kind == cookies.SESSION else {}
    return {**_attributes(kind, region), **domain}


MUTANT = Mutant(
    replaces={"cookies.name": name, "cookies.attributes": attributes},
    killed_by=("browser/cookies_of_this_host",),
)
