"""Reading `sso-harness.toml`: every mistake in it becomes one line with key, value and the way out."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from harness.own_app.abilities import ABILITIES, LIBERTIES
from harness.own_app.connection_reading import ANY, connection
from harness.own_app.description import Complaint, Description, SignedIn, Start
from harness.own_app.mistakes import Mistakes, unknown
from harness.own_app.slips import flaw_of_path
from harness.own_app.step_reading import steps
from harness.own_app.table import Table
from harness.people import ORIGINS

if TYPE_CHECKING:
    from harness.own_app.description import Reach

FILE = "sso-harness.toml"
"""What a description is called in its owner's repository."""

LISTENS = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\]):(\d{1,5}|\{port\})")
_LAST_PORT = 65535
ORIGIN = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+")


def read(path: Path, *, cases: tuple[str, ...] = ()) -> Description:
    """The description in the file `path`, which may exclude `cases` (ids and folders; (): any).

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
    description = _description(Table(data, "", mistakes), path.resolve(), cases)
    if mistakes:
        raise Mistakes("\n".join(f"{path.name}: {mistake}" for mistake in mistakes))
    return description


def _description(table: Table, file: Path, cases: tuple[str, ...]) -> Description:
    app = table.below("app")
    person = table.below("person")
    complaint = _complaint(table.below("error"))
    found = Description(
        name=table.text("name", file.parent.name),
        file=file,
        origins=_origins(app),
        listens=_listens(app, started="command" in app),
        callback=app.path(
            "callback", None, like="/auth/callback", known=("idp", "organization_id", "organisation", "region")
        ),
        start=_start(app, file.parent),
        connection=connection(table.below("connection"), file.parent),
        begin=steps(person, "begin", least='[{ open = "{path}" }, { click = { role = "link", name = "Log in" } }]'),
        sign_out=steps(person, "sign_out"),
        signed_in=_signed_in(table.below("signed_in")),
        complaint=complaint,
        signed_out_paths=_signed_out(app),
        capabilities=_capabilities(table, complaint),
        not_tried=_not_tried(table, cases),
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
        if not ORIGIN.fullmatch(origin):
            app.wrong(
                f"origins.{region}",
                origin,
                'write scheme and host only, in lower case, such as "https://app.example.com"',
            )
    if not found:
        app.wrong("origins", found, f"name at least one, such as {like}")
    return found


def _listens(app: Table, *, started: bool) -> str:
    value = app.text("listens", None, like="http://127.0.0.1:{port}")
    found = LISTENS.fullmatch(value.removesuffix("/"))
    if value and (found is None or (found[2].isdigit() and not 0 < int(found[2]) <= _LAST_PORT)):
        app.wrong("listens", value, 'write an address of this machine such as "http://127.0.0.1:{port}"')
    elif not started and "{port}" in value:
        app.wrong("listens", value, 'an app that runs already has a port of its own: write that, or add "app.command"')
    return value.removesuffix("/")


def _start(app: Table, here: Path) -> Start:
    directory = here / app.text("directory", ".")
    if not directory.is_dir():
        app.wrong("directory", str(directory), "name a folder that exists, relative to this file")
    command, environment = app.texts("command", like='["npm", "start"]'), app.strings("environment")
    if "command" in app and app.any("command") == []:
        app.wrong(
            "command", "[]", 'write its words such as ["npm", "start"], or leave it out for an app that runs already'
        )
    app.placeholders("command", command, ANY)
    for name, value in environment.items():
        app.placeholders(f"environment.{name}", (value,), ANY)
    return Start(
        command=command,
        prepare=_commands(app, "prepare"),
        directory=directory,
        environment=environment,
        ready=app.path("ready", "/", like="/healthz"),
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
        app.placeholders(key, tuple(row), ANY)
    return tuple(tuple(row) for row in value)


def _signed_in(table: Table) -> SignedIn:
    path = table.path("open", None, like="/api/me")
    one = isinstance(table.any("json"), str)
    json = (table.text("json"),) if one else table.texts("json", like='["user.email", "user.name"]')
    selector = table.selector()
    found = tuple(it.removeprefix("$.") for it in json)
    for dotted in found if "json" in table else ():
        if flaw := flaw_of_path(dotted):
            table.wrong("json", dotted, f'{flaw}; write a dotted path such as "user.email" or "users.0.email"')
    if ("json" in table and json != ()) == ("selector" in table):
        both = {"json": list(json), "selector": selector}
        table.wrong("", both, 'write either json = "user.email" or selector = "#user", not both or none')
    table.close()
    return SignedIn(path, found, selector)


def _complaint(table: Table) -> Complaint:
    found = Complaint(table.selector(), table.text("attribute"))
    if found.attribute and not found.selector:
        table.wrong("attribute", found.attribute, 'it belongs to a selector, such as selector = "[role=alert]"')
    table.close()
    return found


def _capabilities(table: Table, complaint: Complaint) -> frozenset[str]:
    found = table.texts("capabilities", like='["pkce", "nonce"]')
    for word in found:
        if word not in ABILITIES and word not in LIBERTIES:
            table.wrong("capabilities", word, unknown(word, (*ABILITIES, *LIBERTIES)))
    if "check_codes" in found and not complaint.attribute:
        table.wrong(
            "capabilities", "check_codes", 'it needs "error.selector" and "error.attribute", where the codes stand'
        )
    return frozenset(found)


def _signed_out(app: Table) -> tuple[str, ...]:
    found = app.texts("signed_out", like='["/"]') or ("/",)
    for path in found:
        if not path.startswith("/"):
            app.wrong("signed_out", path, 'write paths such as ["/", "/goodbye"]')
    return found


def _not_tried(table: Table, cases: tuple[str, ...]) -> dict[str, str]:
    found = table.strings("not_tried")
    listed = '"sso-harness list" shows them all'
    for case, why in found.items():
        if cases and case.rstrip("/") not in cases:
            way_out = unknown(case, cases, otherwise=listed)
            table.wrong(f"not_tried.{case}", why, f"there is no such scenario; {way_out}")
    return found
