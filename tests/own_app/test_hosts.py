"""`sso-harness exec --hosts`: a program that ignores proxies, in a mount namespace of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness.own_app import namespace
from harness.own_app.mistakes import AppFailed
from tests.own_app.conftest import Serve

FETCH = """
const answer = await fetch(process.env.SSO_GLOBEX_DISCOVERY_URL);
console.log((await answer.json()).issuer);
"""


def test_fetch_of_node_reaches_the_issuer(serve: Serve) -> None:
    """Node's fetch knows no proxy; it finds the issuer in /etc/hosts, which is as before for everybody else."""
    if shutil.which("node") is None:
        pytest.skip("this machine has no node")
    try:
        namespace.see_that_it_works()
    except AppFailed as why:
        pytest.skip(str(why))
    before = Path("/etc/hosts").read_bytes()
    world = serve()
    (world.folder / "fetch.mjs").write_text(FETCH)

    done = world.command("exec", "--hosts", "--", "node", "fetch.mjs")
    if "port 443 cannot be had" in done.stderr:
        pytest.skip(done.stderr)

    assert done.stdout.strip() == "https://globex.okta.com", done.stderr
    assert Path("/etc/hosts").read_bytes() == before


_AS_NOBODY = """
echo {port} > /proc/sys/net/ipv4/ip_unprivileged_port_start
{python} -c 'import fcntl, socket, struct; fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sh", b"lo", 1))'
exec setpriv --reuid=65534 --regid=65534 --clear-groups --bounding-set=-all {python} {script}
"""


def _as_nobody(tmp_path: Path, script: str, port: int) -> subprocess.CompletedProcess[str]:
    """Run a script as somebody without rights, where ports from `port` on are everybody's; nothing else is changed."""
    file = tmp_path / "script.py"
    file.write_text(script)
    shell = _AS_NOBODY.format(port=port, python=sys.executable, script=file)
    return subprocess.run(
        ["unshare", "--net", "sh", "-c", shell], capture_output=True, text=True, check=False, timeout=60
    )


_LISTENS = """
import asyncio, subprocess, sys
sys.path[:0] = {path}
from pathlib import Path
from harness.gateway.sockets import PortTaken
from harness.own_app import namespace
from harness.own_app.names import NamedAddresses

async def main():
    names = NamedAddresses(["login.example"], "http://127.0.0.1:9", Path({folder!r}))
    await names.start()
    words = namespace.with_hosts(names.hosts_file, ["sh", "-c", "id -u; getent hosts login.example"])
    print(subprocess.run(words, capture_output=True, text=True))

try:
    namespace.see_that_it_works()
    asyncio.run(main())
except PortTaken as taken:
    print(taken)
"""


@pytest.fixture
def readable(tmp_path: Path) -> Path:
    """A folder that somebody without rights can use; skips where this cannot be tried."""
    if namespace._is_root() is False or shutil.which("setpriv") is None:
        pytest.skip("only root can try it as somebody else")
    folder = Path("/var/tmp") / tmp_path.name
    if subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-c", "1"], check=False
    ).returncode:
        pytest.skip("this Python lies where only root can read it")
    folder.mkdir(exist_ok=True)
    folder.chmod(0o777)
    return folder


@pytest.mark.parametrize(
    ("port", "says"),
    [(443, "stdout='65534\\n127."), (1024, "port 443 cannot be had (Permission denied); let this user")],
)
def test_works_for_somebody_without_rights(readable: Path, port: int, says: str) -> None:
    """In a user namespace the command keeps its own user id; without port 443 one line names the alternatives."""
    script = _LISTENS.format(path=[it for it in sys.path if it], folder=str(readable))

    done = _as_nobody(readable, script, port)

    assert says in done.stdout, done.stderr


def test_system_that_does_not_allow_it_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where user namespaces are switched off, the line says what the system said, and names the alternative."""
    refusing = tmp_path / "unshare"
    refusing.write_text("#!/bin/sh\necho 'unshare: Operation not permitted' >&2\nexit 1\n")
    refusing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    namespace._objection.cache_clear()

    with pytest.raises(AppFailed, match=r"Operation not permitted.*; use the proxy") as failed:
        namespace.see_that_it_works()

    namespace._objection.cache_clear()
    assert "\n" not in str(failed.value)
