"""`python -m harness.bench [name …]`: all measurements, or those named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from harness.bench import browser_login, plain_login, recording, world_start

MEASUREMENTS: dict[str, tuple[str, Callable[[], Iterator[str]]]] = {
    "world": ("World start, after import", world_start.lines),
    "browser": ("Browser login against its floor: the same pages and clicks, replayed", browser_login.lines),
    "recording": ("Recording: a browser login with and without, in turns", recording.lines),
    "http": ("Logins over plain HTTP, without browser, one after another", plain_login.lines),
}


def main(names: list[str]) -> int:
    """Run measurements and print each figure as it comes."""
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        print(f'bench: unknown measurement "{unknown[0]}"; choose of {", ".join(MEASUREMENTS)}', file=sys.stderr)
        return 2
    for name in names or MEASUREMENTS:
        title, lines = MEASUREMENTS[name]
        print(title, flush=True)
        for line in lines():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
