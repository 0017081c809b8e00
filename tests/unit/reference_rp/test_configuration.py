"""The configuration file: what it may hold, and the one line said about what it may not."""

import tomllib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness.reference_rp.app import from_environment
from harness.reference_rp.configuration import ConfigurationError
from harness.reference_rp.configuration_file import _configuration, load

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
    (GOOD.replace('client_id = "0oa1"', ""), '"client_id" is missing'),
    (GOOD.replace('client_id = "0oa1"', 'client_id = ""'), '"client_id" or "client_secret" is empty'),
    (GOOD.replace('client_secret = "s3cret"', "client_secret = 7"), '"client_secret" cannot be this'),
    (GOOD.replace("https://acme.okta.com", "acme.okta.com"), '"acme.okta.com" is no issuer'),
    (GOOD.replace("https://acme.okta.com", "http://acme.okta.com"), "is no issuer"),
    (GOOD.replace("https://acme.okta.com", "https://a:b@acme.okta.com"), "is no issuer"),
    (GOOD.replace("https://acme.okta.com", "https://[acme"), "is no issuer"),
    (GOOD.replace('idp = "okta"', 'idp = "okta"\nalgorithms = ["none"]'), '"algorithms" holds something else'),
    (GOOD.replace('idp = "okta"', 'idp = "okta"\nalgorithms = ["HS256"]'), '"algorithms" holds something else'),
    (GOOD.replace('idp = "okta"', 'idp = "okta"\nalgorithms = []'), '"algorithms" holds something else'),
    (GOOD.replace("https://app.pelanor.io", "http://app.pelanor.io"), "is no origin"),
    (GOOD.replace("https://app.pelanor.io", "https://[app"), "is no origin"),
    (GOOD.replace("total = 4.0", "total = 0"), "write a positive number"),
    (GOOD.replace("total = 4.0", "total = nan"), "write a positive number"),
    ("max_answer_bytes = 1.5\n" + GOOD, "write a whole number"),
    ("max_answer_bytes = true\n" + GOOD, "write a whole number"),
    ("", "there is no region"),
    ("a = " + "[" * 5000, "is no TOML"),
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
    ('"ca_bundle" "/nowhere.pem" cannot be used', 'ca_bundle = "/nowhere.pem"\n' + GOOD),
    ('"proxy", HTTPS_PROXY or SSL_CERT_FILE cannot be used', 'proxy = "::::"\n' + GOOD),
]


@pytest.mark.parametrize(("message", "text"), WRONG_HERE, ids=[text[:20] for _, text in WRONG_HERE])
def test_what_cannot_work_here_is_said_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], message: str, text: str
) -> None:
    """An unknown provider, a missing CA file and an odd proxy are told before anybody signs in."""
    monkeypatch.setenv("REFERENCE_RP_CONFIG", str(_file(tmp_path, text)))
    with pytest.raises(SystemExit) as caught:
        from_environment()
    said = capsys.readouterr().err

    assert caught.value.code == 2
    assert message in said
    assert said.count("\n") == 1


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


VARIABLES = [
    ({"ORIGIN": "http://127.0.0.1:8000"}, "nothing says what to serve"),
    ({"CONNECTION": "okta+https://id:hush@acme.okta.com"}, '"REFERENCE_RP_ORIGIN" is not set'),
    ({"ORIGIN": "ftp://x", "CONNECTION": "okta+https://id:hush@acme.okta.com"}, "is no origin"),
    ({"ORIGIN": "http://127.0.0.1", "CONNECTION": "okta"}, "is incomplete"),
    ({"ORIGIN": "http://127.0.0.1", "CONNECTION": "okta+https://hush@acme.okta.com"}, "is incomplete"),
    ({"ORIGIN": "http://127.0.0.1", "CONNECTION": "okta+https://id:hush@[acme"}, "is incomplete"),
    ({"ORIGIN": "http://127.0.0.1", "CONNECTION": "okta+http://id:hush@acme.okta.com"}, "is no issuer"),
    ({"ORIGIN": "http://127.0.0.1", "CONNECTION": "ping+https://id:hush@acme.test"}, 'unknown "idp" "ping"'),
    ({"CONFIG": "rp.toml", "CONNECTION": "okta+https://id:hush@acme.okta.com"}, "are both set"),
]


@pytest.mark.parametrize(("variables", "message"), VARIABLES, ids=[message for _, message in VARIABLES])
def test_wrong_variables_are_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], variables: dict[str, str], message: str
) -> None:
    """The line says which variable, never its secret."""
    for name in ("CONFIG", "ORIGIN", "CONNECTION"):
        monkeypatch.delenv(f"REFERENCE_RP_{name}", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(f"REFERENCE_RP_{name}", value)
    with pytest.raises(SystemExit) as caught:
        from_environment()
    said = capsys.readouterr().err

    assert caught.value.code == 2
    assert message in said
    assert "hush" not in said
    assert said.count("\n") == 1


def test_two_variables_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection's address is adapter, issuer to the letter, and percent-encoded credentials."""
    monkeypatch.delenv("REFERENCE_RP_CONFIG", raising=False)
    monkeypatch.setenv("REFERENCE_RP_ORIGIN", "http://127.0.0.1:8000")
    monkeypatch.setenv("REFERENCE_RP_CONNECTION", "jumpcloud+https://id:s%3A%40%25@oauth.id.jumpcloud.com/")
    connection = from_environment().state.reference_rp.organisation_named("acme").connection

    assert (connection.idp, connection.issuer) == ("jumpcloud", "https://oauth.id.jumpcloud.com/")
    assert (connection.client_id, connection.client_secret) == ("id", "s:@%")


ANYTHING = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
PLACES = st.sampled_from(
    ["regions", "organisations", "timeouts", "operator_key", "max_answer_bytes", "session_seconds", "name", "origin",
     "organization_id", "connection", "members", "group_roles", "email_domains", "admits", "idp", "issuer", "client_id",
     "client_secret", "scopes", "algorithms", "status", "tenant", "email", "role", "total"]
)  # fmt: skip


def _changed(value: object, place: str, to: object) -> object:
    if isinstance(value, dict):
        return {name: to if name == place else _changed(each, place, to) for name, each in value.items()}
    return [_changed(each, place, to) for each in value] if isinstance(value, list) else value


@settings(max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(place=PLACES, to=ANYTHING)
def test_no_file_breaks_the_start(place: str, to: object) -> None:
    """Whatever stands where, the app is configured or one line says why not."""
    data = _changed({"operator_key": "k", "timeouts": {}, **tomllib.loads(GOOD)}, place, to)
    with suppress(ConfigurationError):
        _configuration(data)


def test_the_environment_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The relying party starts from one variable."""
    monkeypatch.setenv("REFERENCE_RP_CONFIG", str(_file(tmp_path, GOOD)))

    assert from_environment().state.reference_rp.organisation_named("acme")
