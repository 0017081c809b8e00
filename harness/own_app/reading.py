"""Reading `sso-harness.toml`: every mistake in it becomes one line with key, value and the way out."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from harness.own_app.description import Complaint, Connection, Description, Request, SignedIn, Start
from harness.own_app.mistakes import Mistakes, unknown
from harness.own_app.placeholders import MEANINGS
from harness.own_app.step_reading import steps
from harness.own_app.table import Table
from harness.people import ORIGINS

if TYPE_CHECKING:
    from harness.own_app.description import Reach

FILE = "sso-harness.toml"
"""What a description is called in its owner's repository."""

_LISTENS = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\]):(\d{1,5}|\{port\})")
_ORIGIN = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+")
_ANY = tuple(MEANINGS)

CAPABILITIES = (
    "check_codes",
    "deep_links",
    "lenient_organisation_name",
    "nonce",
    "organisation_step",
    "pkce",
    "two_tabs",
)
"""What a description may claim; scenarios may need more, and are then skipped."""


def read(path: Path, *, capabilities: tuple[str, ...] = CAPABILITIES) -> Description:
    """The description in the file `path`.

    Raises:
        Mistakes: The file cannot be read or used; one line per mistake.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Mistakes(f'"{path}" cannot be read ({error.strerror}); "sso-harness init" writes one') from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Mistakes(f'"{path}" is no TOML: {error}; correct it there') from None
    mistakes: list[str] = []
    description = _description(Table(data, "", mistakes), path.resolve(), capabilities)
    if mistakes:
        raise Mistakes("\n".join(f"{path.name}: {mistake}" for mistake in mistakes))
    return description


def _description(table: Table, file: Path, capabilities: tuple[str, ...]) -> Description:
    app = table.below("app")
    person = table.below("person")
    found = Description(
        name=table.text("name", file.parent.name),
        file=file,
        origins=_origins(app),
        listens=_listens(app),
        callback=_path(
            app, "callback", None, like="/auth/callback", known=("idp", "organization_id", "organisation", "region")
        ),
        start=_start(app, file.parent),
        connection=_connection(table.below("connection"), file.parent),
        begin=steps(person, "begin", least='[{ open = "{path}" }, { click = { role = "link", name = "Log in" } }]'),
        sign_out=steps(person, "sign_out"),
        signed_in=_signed_in(table.below("signed_in")),
        complaint=_complaint(table.below("error")),
        signed_out_paths=app.texts("signed_out", like='["/"]') or ("/",),
        capabilities=_capabilities(table, capabilities),
        not_tried=table.strings("not_tried"),
    )
    person.close()
    app.close()
    table.close()
    return found


def _origins(app: Table) -> dict[str, str]:
    like = '{ us = "https://app.example.com" }'
    if "origins" not in app:
        app.any("origins")
        app.lacks("origins", f"write the app's public addresses by region, such as {like}")
        return {"us": "https://app.example.com"}
    found = app.strings("origins")
    for region, origin in found.items():
        if region not in ORIGINS:
            app.wrong(f"origins.{region}", origin, f'there is no region "{region}"; {unknown(region, tuple(ORIGINS))}')
        if not _ORIGIN.fullmatch(origin):
            app.wrong(f"origins.{region}", origin, 'write scheme and host only, such as "https://app.example.com"')
    if not found:
        app.wrong("origins", found, f"name at least one, such as {like}")
    return found


def _listens(app: Table) -> str:
    value = app.text("listens", None, like="http://127.0.0.1:{port}")
    if value and not _LISTENS.fullmatch(value.removesuffix("/")):
        app.wrong("listens", value, 'write an address of this machine such as "http://127.0.0.1:{port}"')
    return value.removesuffix("/")


def _path(table: Table, key: str, default: str | None, *, like: str = "/", known: tuple[str, ...] = ()) -> str:
    value = table.text(key, default, like=like)
    if value and not value.startswith("/"):
        table.wrong(key, value, f'write a path such as "{like}"')
    table.placeholders(key, (value,), known)
    return value


def _start(app: Table, here: Path) -> Start:
    directory = here / app.text("directory", ".")
    if not directory.is_dir():
        app.wrong("directory", str(directory), "name a folder that exists, relative to this file")
    command, environment = app.texts("command", like='["npm", "start"]'), app.strings("environment")
    app.placeholders("command", command, _ANY)
    app.placeholders("environment", tuple(environment.values()), _ANY)
    return Start(
        command=command,
        prepare=_commands(app, "prepare"),
        directory=directory,
        environment=environment,
        ready=_path(app, "ready", "/", like="/healthz"),
        ready_within=app.seconds("ready_within", 30.0),
        slowest=app.seconds("slowest", 9.0),
        restart=cast("Literal['never', 'scenario']", app.choice("restart", ("never", "scenario"))),
        reach=cast("Reach", app.choice("reach", ("proxy", "hosts"))),
    )


def _commands(app: Table, key: str) -> tuple[tuple[str, ...], ...]:
    value = app.any(key, [])
    if not isinstance(value, list) or not all(
        isinstance(row, list) and row and all(isinstance(word, str) for word in row) for row in value
    ):
        app.wrong(key, value, 'write a list of commands such as [["python", "manage.py", "migrate"]]')
        return ()
    for row in value:
        app.placeholders(key, tuple(row), _ANY)
    return tuple(tuple(row) for row in value)


def _connection(table: Table, here: Path) -> Connection:
    environment, files = table.strings("environment"), table.strings("files")
    command = table.texts("command", like='["./connect", "{issuer}"]')
    table.placeholders("environment", (*environment, *environment.values()), _ANY)
    table.placeholders("command", command, _ANY)
    for name, template in files.items():
        if not (here / template).is_file():
            table.wrong(f"files.{name}", template, "name a template that exists, relative to this file")
        if "/" in name or name.startswith("."):
            table.wrong(f"files.{name}", template, "write a bare file name; it is made in {folder}")
    found = Connection(
        serves=cast("Literal['one', 'all']", table.choice("serves", ("one", "all"))),
        auth_method=table.choice("auth_method", ("", "client_secret_basic", "client_secret_post")),
        environment=environment,
        files={name: str(here / template) for name, template in files.items()},
        command=command,
        request=_request(table.below("request")) if "request" in table else None,
    )
    table.close()
    return found


def _request(table: Table) -> Request:
    found = Request(
        method=table.text("method", "POST"),
        path=_path(table, "path", None, like="/admin/connections", known=_ANY),
        headers=table.strings("headers"),
        body=table.any("json"),
    )
    table.close()
    return found


def _signed_in(table: Table) -> SignedIn:
    path = _path(table, "open", None, like="/api/me")
    json, selector = table.text("json"), table.text("selector")
    if bool(json) == bool(selector):
        table.wrong(
            "", _said(json, selector), 'write either json = "user.email" or selector = "#user", not both or none'
        )
    table.close()
    return SignedIn(path, json, selector)


def _said(json: str, selector: str) -> Any:
    return {"json": json, "selector": selector}


def _complaint(table: Table) -> Complaint:
    found = Complaint(table.text("selector"), table.text("attribute"))
    table.close()
    return found


def _capabilities(table: Table, known: tuple[str, ...]) -> frozenset[str]:
    found = table.texts("capabilities", like='["pkce", "nonce"]')
    for word in found:
        if word not in known:
            table.wrong("capabilities", word, unknown(word, known))
    return frozenset(found)
