"""The sheet: its forms, and the comparison with the last sign-off."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.adapter_checklist import sheet, walks
from harness.adapter_checklist.sheet import Row
from harness.cli import main
from harness.command import BadInput
from harness.report.cells import Cell

ROWS = (
    Row("identity", "identity.key", "Everybody has a key.", "OIDC Core 1.0, 2", "green"),
    Row("email", "email.absent", "An address may be | absent.", "OIDC Core 1.0, 5.4", "red", "it is <made up>"),
)


def test_change_since_the_sign_off_is_told() -> None:
    """A rule that was kept and is not any more is newly red; one that is not tried any more is named."""
    told = sheet.compared(
        ROWS, "okta", "Okta", {"identity.key": "green", "email.absent": "green", "name.kept": "green"}
    )

    assert [row.change for row in told.rows] == ["", "newly red"]
    assert told.gone == ("name.kept",)
    assert told.ending() == "1 kept, 1 not kept, 0 not tried; since the sign-off: 1 changed, 1 gone"


def test_forms_escape_what_they_say() -> None:
    """A bar ends no cell of the Markdown, a bracket opens no element of the page."""
    told = sheet.compared(ROWS, "okta", "Okta", None)

    assert "may be \\| absent" in sheet.markdown(told)
    assert "it is &lt;made up&gt;" in sheet.html(told)


def test_sign_off_is_read_again(tmp_path: Path) -> None:
    """What was signed off is what the next sheet is compared with."""
    path = tmp_path / "deep" / "okta.json"
    sheet.save(sheet.compared(ROWS, "okta", "Okta", None), path)

    assert sheet.load(path, "okta") == {"identity.key": "green", "email.absent": "red"}


@pytest.mark.parametrize("text", ["", "[]", '{"adapter": "okta"}', '{"adapter": "entra", "rules": {}}', "{1"])
def test_unusable_sign_off_is_one_line(tmp_path: Path, text: str) -> None:
    """A file that is no sign-off of the adapter is refused, never taken for an empty one."""
    path = tmp_path / "okta.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BadInput):
        sheet.load(path, "okta")


def test_red_in_one_region_is_red() -> None:
    """A scenario counts as kept only where it is green in every region."""
    cells = [Cell("login/happy", "okta", region, result) for region, result in (("eu", "failed"), ("us", "passed"))]

    assert walks.results(cells, "okta")["login/happy"][0] == "red"


def test_unknown_adapter_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A typing mistake gets the names there are, and exit code 2."""
    assert main(["validate-adapter", "octa"]) == 2
    assert 'no adapter "octa"' in capsys.readouterr().err
