"""Cookies are read by a parser that gives up at the first one it does not like."""

from http.cookies import SimpleCookie

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies
from harness.reference_rp.configuration import Region


def read(request: Request, kind: str, region: Region) -> str:
    found = SimpleCookie(request.headers.get("cookie", "")).get(cookies.name(kind, region))
    return found.value if found else ""


MUTANT = Mutant(replaces={"cookies.read": read}, killed_by=("browser/cookies_of_the_neighbours",))
