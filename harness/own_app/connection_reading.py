"""Reading [connection]: how a customer's client id, secret and issuer reach the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from harness.own_app.description import Connection, Request
from harness.own_app.placeholders import MEANINGS, OF_THE_MACHINE, named

if TYPE_CHECKING:
    from pathlib import Path

    from harness.own_app.table import Table

ANY = tuple(MEANINGS)
"""Every placeholder."""

_OF_A_CUSTOMER = frozenset(ANY) - frozenset(OF_THE_MACHINE)


def connection(table: Table, here: Path) -> Connection:
    """The table [connection]; templates are looked for in the folder `here`."""
    environment, files = table.strings("environment"), table.strings("files")
    command = table.texts("command", like='["./connect", "{issuer}"]')
    for name, value in environment.items():
        table.placeholders(f"environment.{name}", (name, value), ANY)
    table.placeholders("command", command, ANY)
    for name, template in files.items():
        if not (here / template).is_file():
            table.wrong(f"files.{name}", template, "name a template that exists, relative to this file")
        if "/" in name or name.startswith("."):
            table.wrong(f"files.{name}", template, "write a bare file name; it is made in {folder}")
    serves = cast("Literal['one', 'all']", table.choice("serves", ("one", "all")))
    if serves == "all":
        _see_that_customers_differ(table, environment)
    found = Connection(
        serves=serves,
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
        path=table.path("path", None, like="/admin/connections", known=ANY),
        headers=table.strings("headers"),
        body=table.any("json"),
    )
    table.close()
    return found


def _see_that_customers_differ(table: Table, environment: dict[str, str]) -> None:
    """Variables that hold something of each customer need a name for each customer, or the last one would win."""
    for name, value in environment.items():
        if set(named(value)) & _OF_A_CUSTOMER and not set(named(name)) & _OF_A_CUSTOMER:
            way_out = (
                'name the customer in it, such as "{organisation}_ISSUER", or write a file, a command or a request'
            )
            table.wrong(f"environment.{name}", value, f'with serves = "all" one variable cannot hold it; {way_out}')
