"""harness/control/standing.py: how a served world is found again."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from harness.command import BadInput
from harness.control.standing import Standing, announce, find, folder

HERE = Path("/somewhere/shop")
MINE = Standing(os.getpid(), str(HERE), "http://127.0.0.1:1", "token")


def test_world_of_this_folder_is_found(tmp_path: Path) -> None:
    """Of two worlds the one that was started here is meant."""
    announce(MINE, tmp_path)
    announce(Standing(os.getppid(), "/elsewhere", "http://127.0.0.1:2", "t"), tmp_path)

    assert find(tmp_path, HERE) == MINE


def test_only_world_is_found_from_anywhere(tmp_path: Path) -> None:
    """Where there is but one, the folder does not matter."""
    announce(MINE, tmp_path)

    assert find(tmp_path, Path("/elsewhere")) == MINE


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    """The token stands in them: 0700 for the folder, 0600 for the file, even where one was before."""
    where = folder({"SSO_HARNESS_STATE": str(tmp_path / "state")})
    (where / f"{MINE.process}.json").touch(mode=0o666)

    file = announce(MINE, where)

    assert stat.S_IMODE(where.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_file_of_a_world_that_is_gone_goes(tmp_path: Path) -> None:
    """A process that was killed left its file; it is no world."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    file = announce(Standing(gone.pid, str(HERE), "http://127.0.0.1:1", "t"), tmp_path)

    with pytest.raises(BadInput, match='no world is being served; start "sso-harness serve" in another terminal'):
        find(tmp_path, HERE)
    assert not file.exists()


def test_rubbish_in_the_folder_is_no_world(tmp_path: Path) -> None:
    """Files that say nothing are passed over."""
    (tmp_path / "1.json").write_text("{")
    (tmp_path / "2.json").write_text('{"process": 1}')
    announce(MINE, tmp_path)

    assert find(tmp_path, HERE) == MINE


@pytest.mark.parametrize(
    ("here", "says"),
    [(Path("/third"), "give the command in the folder of one of them"), (HERE, "end all but one of them")],
)
def test_two_worlds_are_not_guessed_between(tmp_path: Path, here: Path, says: str) -> None:
    """Where it is not clear which is meant, the line names their folders and the way out."""
    announce(MINE, tmp_path)
    announce(Standing(os.getppid(), str(HERE), "http://127.0.0.1:2", "t"), tmp_path)

    with pytest.raises(BadInput, match=rf"2 worlds are being served \({HERE}, {HERE}\); {says}"):
        find(tmp_path, here)


def test_world_that_does_not_answer_is_one_line() -> None:
    """Nobody listens at its port any more: the line names the folder and what to start."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    with pytest.raises(BadInput, match=f'the world of "{HERE}" does not answer .*start "sso-harness serve" anew'):
        Standing(1, str(HERE), f"http://127.0.0.1:{port}", "t").ask("/environment")
