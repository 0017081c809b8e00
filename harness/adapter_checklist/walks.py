"""The part of a checklist that needs whole logins: which scenarios answer for which group of the sheet."""

from __future__ import annotations

from collections.abc import Iterable

from harness.report.cells import Cell

GROUPS = {
    "login": "login",
    "request": "login",
    "callback": "login",
    "initiate": "login",
    "id_token": "ID token",
    "keys": "ID token",
    "discovery": "ID token",
    "userinfo": "claims",
    "account": "identity",
    "groups": "groups",
    "name": "name",
    "organisation": "regions",
    "session": "logout",
    "logout": "logout",
    "errors": "errors",
    "token_endpoint": "errors",
}
"""The group of each folder of scenarios; a vendor's own folder holds its quirks, any other is "other"."""


def group(case: str, idp: str) -> str:
    """The group of the sheet that a scenario answers for."""
    folder = case.partition("/")[0]
    return "quirks" if folder == idp else GROUPS.get(folder, "other")


def results(cells: Iterable[Cell], idp: str) -> dict[str, tuple[str, str, str]]:
    """Result, reason and group of each scenario by its id; red in one region is red."""
    found: dict[str, tuple[str, str, str]] = {}
    for cell in cells:
        bad = cell.result in {"failed", "error"}
        result = "red" if bad else "skipped" if cell.result == "skipped" else "green"
        worse = found.get(cell.case, ("", "", ""))[0] == "red"
        if not worse:
            reason = f"{cell.region}: {cell.reason}" if bad else cell.reason
            found[cell.case] = (result, reason, group(cell.case, idp))
    return found
