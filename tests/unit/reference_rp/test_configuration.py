"""The configuration file: what it may hold, and the one line said about what it may not."""

from pathlib import Path

import pytest

from harness.reference_rp.app import from_environment
from harness.reference_rp.configuration import ConfigurationError, load

GOOD = """
operator_key = "k"
[timeouts]
total = 4.0
[[regions]]
name = "us"
origin = "https://app.pelanor.io"
[[organisations]]
name = "acme"
organization_id = "acme-7f3"
group_roles = { Admins = "admin" }
[organisations.connection]
idp = "okta"
issuer = "https://acme.okta.com"
client_id = "0oa1"
client_secret = "s3cret"
scopes = ["openid", "groups"]
[[organisations.members]]
email = "bob@acme.test"
role = "admin"
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "rp.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_becomes_a_configuration(tmp_path: Path) -> None:
    """Tables become dataclasses, lists become tuples."""
    configuration = load(_file(tmp_path, GOOD))
    (organisation,) = configuration.organisations

    assert configuration.timeouts.total == 4.0
    assert organisation.connection
    assert organisation.connection.scopes == ("openid", "groups")
    assert organisation.members[0].role == "admin"


def test_no_secret_is_printed(tmp_path: Path) -> None:
    """The configuration may be logged."""
    text = repr(load(_file(tmp_path, GOOD)))

    assert "s3cret" not in text
    assert "operator_key" not in text


WRONG = [
    ("= [", "is no TOML"),
    (GOOD.replace('idp = "okta"', 'idpp = "okta"'), 'unknown "idpp"'),
    (GOOD.replace('client_id = "0oa1"', ""), "client_id"),
    (GOOD.replace('name = "us"', 'name = "eu"'), 'unknown region "us"'),
    (GOOD.replace('idp = "okta"', 'idp = "okta"\nstatus = "actve"'), "choose one of active, pending, disabled"),
    (GOOD.replace('"acme-7f3"', "7"), '"organization_id" cannot be 7; write a text in quotes'),
    (GOOD.replace('"acme-7f3"', '"a/b"'), 'may hold only letters, digits and "-"'),
    (GOOD.replace('name = "acme"', 'name = "Acme Ltd"'), "write the name in lower case, without spaces"),
    (GOOD.replace('.pelanor.io"', '.pelanor.io/"'), "is no origin"),
    (GOOD.replace("total = 4.0", 'total = "4"'), "write a number"),
    (GOOD.replace('["openid", "groups"]', '"openid"'), "write a list"),
    (GOOD.replace('{ Admins = "admin" }', "3"), "write a table"),
    (GOOD.replace("[[organisations.members]]", "[organisations.members]"), "must be a list of tables"),
    (GOOD.replace("[timeouts]\ntotal = 4.0", "timeouts = 4"), "timeouts: must be a table"),
    (GOOD + GOOD[GOOD.index("[[organisations]]") :], 'organisation name "acme" is used twice'),
    (
        GOOD.replace("[[regions]]", '[[regions]]\nname = "eu"\norigin = "https://app.pelanor.io"\n[[regions]]'),
        "is used twice",
    ),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[message for _, message in WRONG])
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    """The line names the file, the thing and the way out."""
    with pytest.raises(ConfigurationError) as caught:
        load(_file(tmp_path, text))

    assert message in str(caught.value)
    assert "rp.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


WRONG_HERE = [
    ('"idp" "ping"; choose one of entra', GOOD.replace('idp = "okta"', 'idp = "ping"')),
    ('"ca_bundle" or "proxy" cannot be used', 'ca_bundle = "/nowhere.pem"\n' + GOOD),
    ('"ca_bundle" or "proxy" cannot be used', 'proxy = "::::"\n' + GOOD),
]


@pytest.mark.parametrize(("message", "text"), WRONG_HERE, ids=[text[:20] for _, text in WRONG_HERE])
def test_what_cannot_work_here_is_said_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], message: str, text: str
) -> None:
    """An unknown provider, a missing CA file and an odd proxy are told before anybody signs in."""
    monkeypatch.setenv("REFERENCE_RP_CONFIG", str(_file(tmp_path, text)))
    with pytest.raises(SystemExit):
        from_environment()

    assert message in capsys.readouterr().err


@pytest.mark.parametrize("value", [None, "/nowhere/rp.toml"])
def test_starting_without_a_file_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], value: str | None
) -> None:
    """One line on stderr and exit code 2, no traceback."""
    if value is None:
        monkeypatch.delenv("REFERENCE_RP_CONFIG", raising=False)
    else:
        monkeypatch.setenv("REFERENCE_RP_CONFIG", value)
    with pytest.raises(SystemExit) as caught:
        from_environment()

    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_environment_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The relying party starts from one variable."""
    monkeypatch.setenv("REFERENCE_RP_CONFIG", str(_file(tmp_path, GOOD)))

    assert from_environment().state.reference_rp.organisation_named("acme")
