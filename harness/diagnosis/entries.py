"""Every diagnosis there is: the vendors' error books joined with their meanings, customers' bugs, the app's own checks."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from harness.diagnosis.entry import WHO, Entry
from harness.reference_rp import advice, checks
from mock_idps import catalogue
from mock_idps.core.plugins import BrokenPromise
from mock_idps.core.refusal import WireError
from mock_idps.core.standard import StandardVendor

BOOK = Path(__file__).parent / "book"
_PREFIXES = ("token_", "silent_", "launch_")
_SUFFIXES = ("_old", "_published")


@cache
def _read(name: str) -> dict[str, Any]:
    told: dict[str, Any] = tomllib.loads((BOOK / f"{name}.toml").read_text("utf-8"))
    return told


@cache
def stories() -> dict[str, dict[str, str]]:
    """The customer stories by id, each with its sentence and the scenario that rehearses it."""
    return _read("stories")


@cache
def every() -> tuple[Entry, ...]:
    """All entries: bugs last, so that a vendor's own wording wins where both fit.

    Raises:
        BrokenPromise: A row names nobody who must act.
    """
    found = (*wordings(), *refusals(), *codes(), *bugs())
    for entry in found:
        if entry.who not in WHO:
            raise BrokenPromise(f'"{entry.id}" in harness/diagnosis/book/ must say who acts: one of {", ".join(WHO)}')
    return found


def wordings() -> Iterator[Entry]:
    """One entry per situation, place and wording of every vendor's error books."""
    for vendor in catalogue.vendors():
        seen: set[tuple[str, str, str]] = set()
        for situation, wire in rows(vendor):
            key = (situation, wire.place, wire.description)
            if key not in seen:
                seen.add(key)
                yield _worded(vendor, situation, wire)


def rows(vendor: str) -> Iterator[tuple[str, WireError]]:
    """Every row of a vendor's error books: modules whose names end in "errors", or a standard vendor's table."""
    described = catalogue.vendors()[vendor]
    if isinstance(described, StandardVendor):
        yield from described.described.errors.items()
        return
    package = importlib.import_module(f"mock_idps.{vendor}")
    for module in pkgutil.iter_modules(package.__path__):
        if module.name.endswith("errors"):
            yield from _books(importlib.import_module(f"{package.__name__}.{module.name}"))


def _books(module: Any) -> Iterator[tuple[str, WireError]]:
    for book in vars(module).values():
        if isinstance(book, Mapping):
            yield from ((situation, wire) for situation, wire in book.items() if isinstance(wire, WireError))


def _worded(vendor: str, situation: str, wire: WireError) -> Entry:
    told = meaning(vendor, situation)
    codes = _codes(vendor, wire)
    return Entry(
        id=f"{vendor}/{situation}",
        vendor=vendor,
        shows=(wire.description,) if wire.description else _as_parameters(wire),
        codes=codes,
        place=wire.place,
        error=wire.error,
        means=told.get("means", "The identity provider refused."),
        do=told.get("do", "Look the wording up in the vendor's documents."),
        who=told.get("who", "the IdP"),
        scenario=told.get("shown", {}).get(vendor) or told.get("scenario", ""),
        story=told.get("story", ""),
        source=wire.source,
        status=wire.status,
        situation=situation,
        stage=told.get("stage", {}),
    )


def _as_parameters(wire: WireError) -> tuple[str, ...]:
    """A redirect without a description is known by its parameters, where it has more than the error code."""
    more = " ".join(f"{name}={value}" for name, value in wire.members.items())
    return (f"error={wire.error} {more}",) if more and wire.place == "redirect" else ()


def _codes(vendor: str, wire: WireError) -> tuple[str, ...]:
    if vendor == "entra" and wire.code:
        return (f"AADSTS{wire.code}",)
    return tuple(dict.fromkeys(code for code in (wire.code, str(wire.members.get("errorCode", ""))) if code))


def meaning(vendor: str, situation: str) -> dict[str, Any]:
    """What a situation means at a vendor; {} where nobody has said it."""
    table: dict[str, dict[str, Any]] = _read("situations")
    for name in _names(situation):
        if name in table:
            told = {key: value for key, value in table[name].items() if key not in catalogue.vendors()}
            override: dict[str, Any] = table[name].get(vendor, {})
            return {**told, **override}
    longest = max((name for name in table if situation.startswith(name)), key=len, default="")
    return dict(table[longest]) if longest else {}


def _names(situation: str) -> Iterator[str]:
    yield situation
    bare = situation
    for prefix in _PREFIXES:
        bare = bare.removeprefix(prefix)
    for suffix in _SUFFIXES:
        bare = bare.removesuffix(suffix)
    yield bare
    yield f"person_{bare}"


def refusals() -> Iterator[Entry]:
    """One entry per check of the app: its code, and what the app's own page advises."""
    table = _check_table()
    for check in checks.ORDER:
        name = max((name for name in table if check.startswith(name)), key=len, default="")
        told, advised = table.get(name, {}), advice.of(check)
        yield Entry(
            id=f"check/{check}",
            vendor="",
            shows=(advised.title,),
            codes=(check,),
            place="app",
            error="",
            means=told.get("means", advised.title),
            do=told.get("do", advised.administrator or advised.person),
            scenario=told.get("scenario", ""),
            who=told.get("who", "us"),
            source="harness/reference_rp/checks.py",
            stage=told.get("stage", {}),
        )


@cache
def _check_table() -> dict[str, dict[str, Any]]:
    """The rows of book/checks.toml by the dotted names of checks."""
    return dict(_walk(_read("checks"), ""))


def _walk(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, row in table.items():
        own = {key: row[key] for key in ("who", "means", "do", "scenario", "stage") if key in row}
        if own:
            yield prefix + name, own
        yield from _walk({key: it for key, it in row.items() if key not in own}, f"{prefix}{name}.")


def codes() -> Iterator[Entry]:
    """One entry per code of book/<vendor>_codes.toml: codes of a vendor's list for which no mock has a wording."""
    for vendor in catalogue.vendors():
        if (BOOK / f"{vendor}_codes.toml").exists():
            table = dict(_read(f"{vendor}_codes"))
            source = table.pop("source")
            for code, row in table.items():
                place = {"shows": (), "codes": (code,), "place": "", "error": "", "source": source}
                yield Entry(id=f"{vendor}/{code}", vendor=vendor, **{**place, **row})


def bugs() -> Iterator[Entry]:
    """One entry per bug that customers really met, from book/<vendor>.toml, and of libraries whatever the IdP."""
    for vendor in (*catalogue.vendors(), "libraries"):
        if not (BOOK / f"{vendor}.toml").exists():
            continue
        for row in _read(vendor)["bugs"]:
            yield Entry(
                id=row["id"],
                vendor="" if vendor == "libraries" else vendor,
                shows=tuple(row["shows"]),
                codes=(),
                place="",
                error="",
                means=row["why"],
                do=row["do"],
                who=row["who"],
                scenario=row["scenario"],
                story=row.get("story", ""),
                source=row["source"],
                stage=row.get("stage", {}),
            )
