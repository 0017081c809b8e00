"""The back channel waits for ever."""

import httpx2

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "wire.deadlines": lambda timeouts: httpx2.Timeout(None),
        "wire.whole_exchange": lambda timeouts: float("inf"),
    },
    killed_by=("token_endpoint/silent", "keys/silent"),
    also_red=("discovery/silent", "userinfo/silent"),
    seen_at=(
        "https://github.com/stacklok/toolhive-cloud-ui/issues/517",
        "https://github.com/decocms/studio/pull/6056",
    ),
)
