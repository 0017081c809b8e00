"""State, nonce and verifier come from a generator that begins with the second of the day."""

import time
from random import Random

from harness.mutation.mutant import Mutant

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def made(kind: int) -> str:
    return "".join(Random(int(time.time()) * 10 + kind).choices(LETTERS, k=48))


MUTANT = Mutant(
    replaces={"authorization.new_nonce": lambda: made(1), "authorization.new_verifier": lambda: made(2)},
    killed_by=("request/unlike_its_neighbours",),
    also_red=("request/unlike_the_last",),
    seen_at=("https://github.com/argoproj/argo-cd/security/advisories/GHSA-2m7h-86qq-fp4v",),
)
