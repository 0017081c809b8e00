"""Other mock providers, driven by the same script where they are installed.

A peer's program is looked for on the PATH, beside this Python, and in the folders that SSO_BENCH_PEERS names.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

CLIENT_ID = "bench"
REDIRECT_URI = "http://127.0.0.1:9/callback"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that serves one provider on `{port}`; `fields` answer its forms, which may be none."""

    name: str
    program: str
    arguments: tuple[str, ...]
    login: str = "alice@acme.example"
    base: str = "http://127.0.0.1:{port}"
    discovery: str = "/.well-known/openid-configuration"

    def command(self, port: int) -> list[str] | None:
        """The command line, or None when the program is not installed."""
        folders = [str(Path(sys.executable).parent), *os.environ.get("SSO_BENCH_PEERS", "").split(os.pathsep)]
        places = os.pathsep.join([*filter(None, folders), os.environ.get("PATH", "")])
        found = shutil.which(self.program, path=places)
        return [found, *(argument.format(port=port) for argument in self.arguments)] if found else None


PEERS = (
    Peer("oidc-provider-mock", "oidc-provider-mock", ("-p", "{port}")),
    Peer("oauth2-mock-server", "oauth2-mock-server", ("-p", "{port}", "-a", "127.0.0.1")),
    Peer("emulate (Microsoft)", "emulate", ("start", "--service", "microsoft", "--port", "{port}")),
    Peer(
        "emulate (Okta)",
        "emulate",
        ("start", "--service", "okta", "--port", "{port}"),
        discovery="/oauth2/default/.well-known/openid-configuration",
    ),
)
