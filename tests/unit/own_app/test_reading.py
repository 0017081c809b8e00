"""Reading `sso-harness.toml`: every mistake is one line with key, value and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.own_app.description import Description
from harness.own_app.finding import as_typed, target
from harness.own_app.mistakes import Mistakes
from harness.own_app.reading import FILE, read
from harness.own_app.target import OwnApp

RIGHT = """
name = "shop"
capabilities = ["nonce", "pkce"]

[app]
origins = { us = "https://shop.example" }
listens = "http://127.0.0.1:{port}"
command = ["npm", "start"]
callback = "/callback"

[connection.environment]
OIDC_ISSUER = "{issuer}"

[person]
begin = [{ open = "{path}" }, { click = { role = "link", name = "Log in" } }]

[signed_in]
open = "/api/me"
json = "email"
"""


def _read(folder: Path, text: str) -> Description:
    file = folder / "sso-harness.toml"
    file.write_text(text, encoding="utf-8")
    return read(file)


def _mistakes(folder: Path, old: str, new: str) -> list[str]:
    assert old in RIGHT
    with pytest.raises(Mistakes) as found:
        _read(folder, RIGHT.replace(old, new))
    return str(found.value).splitlines()


def test_right_one_is_read(tmp_path: Path) -> None:
    """A file without a mistake becomes a description."""
    description = _read(tmp_path, RIGHT)

    assert description.name == "shop"
    assert description.hosts == ("shop.example",)
    assert description.parallel


def test_target_is_named_so_that_it_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command finds a description by its file, never by the name that stands in it."""
    app = OwnApp(_read(tmp_path, RIGHT))

    assert as_typed(app) == str(tmp_path / FILE)
    monkeypatch.chdir(tmp_path)
    assert as_typed(app) == FILE
    assert as_typed(target("reference")) == "reference"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        # wrong types
        ('name = "shop"', "name = 7", '"name" is 7; write a string'),
        (
            'capabilities = ["nonce", "pkce"]',
            'capabilities = "pkce"',
            '"capabilities" is "pkce"; write a list of strings',
        ),
        (
            'command = ["npm", "start"]',
            'command = "npm start"',
            '"app.command" is "npm start"; write a list of strings',
        ),
        ('command = ["npm", "start"]', "command = [1]", '"app.command" is [1]; write a list of strings such as'),
        (
            'callback = "/callback"',
            "callback = true",
            '"app.callback" is true; write a string such as "/auth/callback"',
        ),
        (
            'callback = "/callback"',
            'callback = "/callback"\nslowest = "9s"',
            '"app.slowest" is "9s"; write a number of s',
        ),
        (
            'callback = "/callback"',
            'callback = "/callback"\nready_within = -1',
            '"app.ready_within" is -1; write a number',
        ),
        ('callback = "/callback"', 'callback = "/callback"\nslowest = true', '"app.slowest" is true; write a number'),
        (
            '{ us = "https://shop.example" }',
            '["https://shop.example"]',
            "\"app.origins\" is ['https://shop.example']; ",
        ),
        ('OIDC_ISSUER = "{issuer}"', "OIDC_ISSUER = []", '"connection.environment.OIDC_ISSUER" is []; write a string'),
        (
            '[{ open = "{path}" }, { click = { role = "link", name = "Log in" } }]',
            '"/login"',
            '"person.begin" is "/login"',
        ),
        ('begin = [{ open = "{path}" },', 'begin = ["/login",', '"person.begin[1]" is "/login"; write a table'),
        ('open = "/api/me"\n', "open = 3\n", '"signed_in.open" is 3; write a string such as "/api/me"'),
        # unknown keys, with the nearest name
        (
            'command = ["npm", "start"]',
            'comand = ["npm", "start"]',
            "\"app.comand\" is ['npm', 'start']; there is no such key; did you mean \"command\"?",
        ),
        ('name = "shop"', 'nmae = "shop"', '"nmae" is "shop"; there is no such key; did you mean "name"?'),
        ("[signed_in]", "[signedin]", 'there is no such key; did you mean "signed_in"?'),
        ("[connection.environment]", "[connection.enviroment]", 'there is no such key; did you mean "environment"?'),
        ("click = {", "clik = {", "write one of open, click, fill, leave"),
        (
            'role = "link", name',
            'role = "link", nme',
            '"person.begin[2].click.nme" is "Log in"; there is no such key; did you mean "name"?',
        ),
        # values nobody knows
        ('"pkce"]', '"pkse"]', '"capabilities" is "pkse"; did you mean "pkce"?'),
        (
            '{ us = "https',
            '{ usa = "https',
            '"app.origins.usa" is "https://shop.example"; there is no region "usa"; did you mean "us"?',
        ),
        (
            'callback = "/callback"',
            'callback = "/callback"\nreach = "host"',
            '"app.reach" is "host"; did you mean "hosts"?',
        ),
        (
            'callback = "/callback"',
            'callback = "/callback"\nrestart = "always"',
            '"app.restart" is "always"; choose one of never, scenario',
        ),
        # addresses
        (
            "https://shop.example",
            "http://shop.example",
            '"app.origins.us" is "http://shop.example"; write scheme and host only',
        ),
        (
            "https://shop.example",
            "https://shop.example/app",
            '"app.origins.us" is "https://shop.example/app"; write scheme',
        ),
        (
            "https://shop.example",
            "https://localhost:3000",
            '"app.origins.us" is "https://localhost:3000"; write scheme',
        ),
        (
            "http://127.0.0.1:{port}",
            "127.0.0.1:3000",
            '"app.listens" is "127.0.0.1:3000"; write an address of this machine',
        ),
        (
            "http://127.0.0.1:{port}",
            "http://10.0.0.5:80",
            '"app.listens" is "http://10.0.0.5:80"; write an address of this',
        ),
        (
            "http://127.0.0.1:{port}",
            "http://127.0.0.1:99999",
            '"app.listens" is "http://127.0.0.1:99999"; write an address',
        ),
        (
            'callback = "/callback"',
            'callback = "https://shop.example/callback"',
            'write a path such as "/auth/callback"',
        ),
        # placeholders
        ("{issuer}", "{isuer}", 'there is no placeholder "{isuer}" here; did you mean "{issuer}"?'),
        (
            '"/callback"',
            '"/callback/{tenant}"',
            '"app.callback" is "/callback/{tenant}"; there is no placeholder "{tenant}"',
        ),
        (
            'open = "{path}"',
            'open = "/{issuer}"',
            '"person.begin[1].open" is "/{issuer}"; there is no placeholder "{issuer}"',
        ),
        ('["npm", "start"]', '["npm", "{prot}"]', 'there is no placeholder "{prot}" here; did you mean "{port}"?'),
        # what is missing
        ('callback = "/callback"', "", '"app.callback" is missing; write one such as "/auth/callback"'),
        (
            'listens = "http://127.0.0.1:{port}"',
            "",
            '"app.listens" is missing; write one such as "http://127.0.0.1:{port}"',
        ),
        (
            'origins = { us = "https://shop.example" }',
            "",
            '"app.origins" is missing; write the app\'s public addresses',
        ),
        (
            'begin = [{ open = "{path}" }, { click = { role = "link", name = "Log in" } }]',
            "",
            '"person.begin" is missing',
        ),
        ('json = "email"', "", "write either json = "),
        ('json = "email"', 'json = "email"\nselector = "#me"', "write either json = "),
        (
            'role = "link", name = "Log in"',
            "",
            '"person.begin[2].click" is "nothing"; say where by exactly one of role',
        ),
        ('role = "link", name = "Log in"', 'role = "link", label = "Log in"', "say where by exactly one of role"),
        ('role = "link", name = "Log in"', 'label = "x", name = "y"', "it belongs to a role"),
        ('role = "link"', 'role = "lnk"', '"person.begin[2].click.role" is "lnk"; did you mean "link"?'),
        ('open = "{path}"', 'open = "login"', '"person.begin[1].open" is "login"; write a path such as "/login"'),
        (
            'open = "{path}"',
            'open = "/", leave = true',
            '"person.begin[1]" is "open and leave"; write a step of its own',
        ),
        # empty, unfinished, or of another language
        (
            'begin = [{ open = "{path}" }, { click = { role = "link", name = "Log in" } }]',
            "begin = []",
            '"person.begin" is missing; write the way to the IdP',
        ),
        ('role = "link", name = "Log in"', 'label = ""', '"person.begin[2].click.label" is ""; write what a person'),
        ('role = "link", name = "Log in"', 'selector = ""', '"person.begin[2].click.selector" is ""; it is empty'),
        (
            'role = "link", name = "Log in"',
            'selector = "a[href=x"',
            '"person.begin[2].click.selector" is "a[href=x"; a "]" is missing; write a CSS selector such as "#user"',
        ),
        ('json = "email"', 'selector = "#"', '"signed_in.selector" is "#"; it is unfinished; write a CSS selector'),
        ("[signed_in]", '[error]\nselector = "p)"\n[signed_in]', '"error.selector" is "p)"; a ")" closes nothing'),
        ('json = "email"', 'json = "user..email"', '"signed_in.json" is "user..email"; a name between two dots is em'),
        ('json = "email"', 'json = ""', '"signed_in.json" is ""; a name between two dots is empty'),
        (
            'json = "email"',
            'json = ["a", "users[0].email"]',
            '"signed_in.json" is "users[0].email"; items of a list are',
        ),
        ('json = "email"', "json = []", "write either json = "),
        ('open = "{path}"', "leave = false", '"person.begin[1].leave" is false; write leave = true'),
        (
            'click = { role = "link", name = "Log in" }',
            'fill = { label = "Company" }',
            '"person.begin[2].with" is missing; write one such as "{organisation}"',
        ),
        ('command = ["npm", "start"]', "command = []", '"app.command" is "[]"; write its words such as'),
        # how things hang together
        ('["nonce", "pkce"]', '["check_codes"]', 'it needs "error.selector" and "error.attribute"'),
        (
            "[signed_in]",
            '[error]\nattribute = "data-check"\n[signed_in]',
            '"error.attribute" is "data-check"; it belongs to a',
        ),
        (
            "[connection.environment]",
            '[connection]\nserves = "all"\n[connection.environment]',
            "one variable cannot hold it",
        ),
        (
            'callback = "/callback"',
            'callback = "/callback"\nsigned_out = ["bye"]',
            '"app.signed_out" is "bye"; write paths',
        ),
        (
            "[connection.environment]",
            '[connection]\nfiles = { "a.json" = "nowhere.j2" }\n[connection.environment]',
            '"connection.files.a.json" is "nowhere.j2"; name a template that exists',
        ),
        (
            'command = ["npm", "start"]',
            "",
            'is "http://127.0.0.1:{port}"; an app that runs already has a port of its own',
        ),
        ('callback = "/callback"', 'callback = "/callback"\ndirectory = "nowhere"', '"app.directory" is'),
    ],
)
def test_mistake_is_one_line_with_the_way_out(tmp_path: Path, old: str, new: str, line: str) -> None:
    """Each mistake is named with its file, key, value, and what to write instead."""
    lines = _mistakes(tmp_path, old, new)

    assert [it for it in lines if line in it], lines
    assert all(it.startswith("sso-harness.toml: ") for it in lines)


def test_scenario_that_is_not_there_cannot_be_excluded(tmp_path: Path) -> None:
    """A slip in `not_tried` would leave the scenario in, so it is a mistake."""
    file = tmp_path / "sso-harness.toml"
    file.write_text(RIGHT + '[not_tried]\n"discovry" = "endpoints are entered by hand"\n', encoding="utf-8")

    with pytest.raises(Mistakes, match=r'"not_tried.discovry" .*; there is no such scenario; did you mean "discovery"'):
        read(file, cases=("discovery", "discovery/slow"))


def test_one_mistake_is_one_line(tmp_path: Path) -> None:
    """A mistake does not bring others in its train."""
    assert len(_mistakes(tmp_path, '"pkce"]', '"pkse"]')) == 1


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    """Whoever made three mistakes reads of three."""
    text = RIGHT.replace("nonce", "nonze").replace("{issuer}", "{isuer}").replace("json =", "jsn =")

    with pytest.raises(Mistakes) as found:
        _read(tmp_path, text)

    said = str(found.value)
    assert all(word in said for word in ("nonze", "{isuer}", "jsn"))


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    """A file that is no TOML is one line with the place of the mistake."""
    with pytest.raises(Mistakes, match=r"is no TOML: .*line 2") as found:
        _read(tmp_path, 'name = "a"\n[app\n')

    assert "\n" not in str(found.value)


def test_missing_file_names_the_way_to_one(tmp_path: Path) -> None:
    """Without a file the line says what writes one."""
    with pytest.raises(Mistakes, match='"sso-harness init" writes one'):
        read(tmp_path / "sso-harness.toml")
