"""The browser may keep the pages of a signed-in person for ten minutes."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import headers

_control = headers.cache_control


def cache_control(path: str) -> str:
    return "private, max-age=600" if path == "/workspace" else _control(path)


MUTANT = Mutant(replaces={"headers.cache_control": cache_control}, killed_by=("session/kept_by_the_browser",))
