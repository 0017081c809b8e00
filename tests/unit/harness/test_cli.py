"""Bad input on the command line: one line, exit code 2."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from harness.cli import main


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["run", "--idp", "oktta"], 'unknown --idp "oktta"; choose one of'),
        (["run", "--region", "mars"], 'unknown --region "mars"; choose one of'),
        (["run", "--target", "nobody"], 'unknown --target "nobody"; choose one of'),
        (["run", "login/hapy"], 'no scenario "login/hapy"; did you mean login/happy'),
        (["run", "login/happy", "--report", __file__], "cannot be written (File exists); name another folder"),
        (["run", "--browser-ws", "http://127.0.0.1:3000"], "is no WebSocket address; write one such as"),
        (["explain", "login/hapy"], 'no scenario "login/hapy"; did you mean login/happy'),
        (["run", "login/happy", "--no-such-option"], "--no-such-option"),
        (["nonsense"], "nonsense"),
    ],
)
def test_is_answered_in_one_line(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The line names what is wrong and the way out."""
    code = main(words)

    said = capsys.readouterr().err.strip()
    assert code == 2
    assert says in said
    assert len(said.splitlines()) == 1


def test_scenario_without_promise_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A scenario file without SCENARIO is named, and nothing runs."""
    file = tmp_path / "scenarios" / "topic" / "empty.py"
    file.parent.mkdir(parents=True)
    file.write_text('"""A page."""\n')

    code = main(["run", str(file)])

    said = capsys.readouterr().err.strip()
    assert code == 2
    assert f'"{file}" must define SCENARIO' in said
    assert len(said.splitlines()) == 1


def test_word_after_an_option_of_pytest_is_no_case(capsys: pytest.CaptureFixture[str]) -> None:
    """`-k audience` narrows the run; "audience" is not looked for among the cases."""
    code = main(["run", "-k", "nothing_is_called_so", "--idp", "okta"])

    assert code == 2
    assert "nothing to rehearse" in capsys.readouterr().err


def test_list_is_readable_by_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """`list --json` prints every scenario with its rule."""
    code = main(["list", "--json"])

    rows = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {"case": "login/happy", "fault": None}.items() <= rows[
        [row["case"] for row in rows].index("login/happy")
    ].items()


def test_explain_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    """`explain` prints the docstring, the rule and how to run it."""
    main(["explain", "id_token/wrong_audience"])

    said = capsys.readouterr().out
    assert said.startswith("An ID token minted for another client is refused.")
    assert "OIDC Core 1.0, 3.1.3.7" in said
    assert "sso-harness run id_token/wrong_audience" in said


def test_without_a_verb_shows_the_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    """A bare command explains itself."""
    assert main([]) == 0
    assert "doctor" in capsys.readouterr().out


def test_two_scenarios_may_have_one_name(tmp_path: Path) -> None:
    """Files of one name in two topics are two scenarios, wherever pytest finds its settings."""
    settings = tmp_path / "pytest.ini"
    settings.write_text("[pytest]\n", encoding="utf-8")

    words = ["run", "errors/markup", "name/markup", "--idp", "okta", "-c", str(settings), "--collect-only"]
    command = str(Path(sys.executable).with_name("sso-harness"))
    done = subprocess.run([command, *words], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)

    assert (done.returncode, done.stdout.count("/markup.py::")) == (0, 4), done.stdout
