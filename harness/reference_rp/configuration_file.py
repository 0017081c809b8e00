"""The configuration file: one TOML file, read into `configuration`'s dataclasses; one line names the first thing wrong."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from .configuration import Configuration, ConfigurationError, Connection, Member, Organisation, Region, Timeouts

Thing = TypeVar("Thing")


def load(path: str | os.PathLike[str]) -> Configuration:
    """The configuration in the TOML file at `path`.

    Raises:
        ConfigurationError: the file cannot be read, is no TOML, or holds something unknown; one line says which.
    """
    try:
        data = tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise ConfigurationError(f'cannot read "{path}": {error.strerror}; give the path of a TOML file') from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigurationError(f'"{path}" is no TOML: {error}') from error
    try:
        return _configuration(data)
    except ConfigurationError as error:
        raise ConfigurationError(f'"{path}": {error}') from error


def _configuration(data: dict[str, Any]) -> Configuration:
    known = dict(data)
    known["regions"] = tuple(_thing(Region, "regions", item) for item in _tables(known, "regions"))
    if not known["regions"]:
        raise ConfigurationError("there is no region; write [[regions]] with a name and an origin")
    known["organisations"] = tuple(_organisation(item) for item in _tables(known, "organisations"))
    if "timeouts" in known:
        known["timeouts"] = _thing(Timeouts, "timeouts", known["timeouts"])
    return _thing(Configuration, "the file", known)


def _organisation(item: dict[str, Any]) -> Organisation:
    known = dict(item)
    where = f'organisation "{known.get("name", "?")}"'
    if "connection" in known:
        known["connection"] = _thing(Connection, f"{where}, connection", known["connection"])
    known["members"] = tuple(_thing(Member, f"{where}, members", member) for member in _tables(known, "members"))
    return _thing(Organisation, where, known)


def _tables(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    value = data.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ConfigurationError(f'"{name}" must be a list of tables; write [[{name}]]')
    return value


def _thing(kind: type[Thing], where: str, item: object) -> Thing:
    """An instance of the dataclass `kind` from a TOML table; lists become tuples, unknown names are refused."""
    if not isinstance(item, dict):
        raise ConfigurationError(f"{where}: must be a table")
    names = {each.name for each in fields(kind)}  # type: ignore[arg-type] # every caller passes a dataclass
    unknown = sorted(set(item) - names)
    if unknown:
        raise ConfigurationError(f'{where}: unknown "{unknown[0]}"; known are {", ".join(sorted(names))}')
    missing = [each.name for each in fields(kind) if _required(each) and each.name not in item]  # type: ignore[arg-type] # same
    if missing:
        raise ConfigurationError(f'{where}: "{missing[0]}" is missing; write it')
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in item.items()}
    for each, hint in zip(fields(kind), get_type_hints(kind).values(), strict=True):  # type: ignore[arg-type] # same
        if each.name in values and not _fits(values[each.name], hint):
            given = repr(values[each.name])[:100] if each.repr else "this"  # no secret is printed
            raise ConfigurationError(f'{where}: "{each.name}" cannot be {given}; {_wanted(hint)}')
    return kind(**values)


def _required(field: Field[Any]) -> bool:
    """Whether a dataclass cannot be made without `field`."""
    return field.default is MISSING and field.default_factory is MISSING


def _fits(value: object, hint: Any) -> bool:
    """Whether a TOML value is of the type that a field's annotation names."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return value in arguments
    if origin is tuple:
        return isinstance(value, tuple) and all(_fits(each, arguments[0]) for each in value)
    if origin is Mapping:
        return isinstance(value, dict) and all(_fits(each, arguments[1]) for each in value.values())
    if arguments:  # "X | None"
        return any(_fits(value, each) for each in arguments)
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, hint) and (hint is bool or not isinstance(value, bool))


def _wanted(hint: Any) -> str:
    """What a person should write instead."""
    if get_origin(hint) is Literal:
        return f"choose one of {', '.join(map(str, get_args(hint)))}"
    if get_origin(hint) is UnionType:
        return _wanted(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return "write a list"
    if get_origin(hint) is Mapping:
        return "write a table of names and texts"
    return {float: "write a number", int: "write a whole number"}.get(hint, "write a text in quotes")
