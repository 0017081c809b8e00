"""A repro file: read, checked and written."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from harness import people
from harness.outcome import AtIssuer, Expected, NotSignedIn, Refused, SignedIn
from harness.repro import verbs
from mock_idps.catalogue import faults
from mock_idps.core.plugins import BrokenPromise

FOLDER = Path(__file__).resolve().parents[2] / "scenarios" / "repro"
"""Where repro files live; a file's id is "repro/" and its name."""

TABLES = ("tenant", "app", "registration", "person", "connection", "organisation", "wire")
"""The parts of a customer's state, each a table of the file; see docs/reproduce.md."""

ENDS = ("signed in", "refused", "stays at the issuer", "not signed in")
"""How a login can end, in the file's words."""


@dataclass(frozen=True, slots=True)
class Repro:
    """One reproduced login.

    `story` is its page: a sentence, an empty line, what it costs. `found` is the id of the diagnosis, `sure` how sure it is,
    `unseen` what the evidence could not show. `stage` holds the tables of the customer's state, `fault` a file of
    mock_idps/faults/, `steps` the person's verbs, `who` the person. `end`, `check` and `shown` are what the customer saw: how it ended, which check
    refused, and the IdP's own error ("code text", ids replaced).
    """

    story: str
    idp: str
    region: str
    end: str
    check: str = ""
    who: str = "alice"
    found: str = ""
    sure: str = ""
    source: str = ""
    shown: str = ""
    unseen: tuple[str, ...] = ()
    fault: str = ""
    steps: tuple[str, ...] = ("signs_in",)
    stage: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def signer(self) -> str:
        """Who signs in: the person whose state the file sets, where it names one."""
        return str(self.stage.get("person", {}).get("name", self.who))

    @property
    def expected(self) -> Expected:
        """How the login is expected to end."""
        match self.end:
            case "signed in":
                return SignedIn(self.signer)
            case "refused":
                return Refused(self.check)
            case "stays at the issuer":
                return AtIssuer()
            case _:
                return NotSignedIn()


def read(path: Path) -> Repro:
    """The repro in a file.

    Raises:
        BrokenPromise: It is no TOML, or holds something unknown; one line says what, which and the way out.
    """
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenPromise(f'"{path}" is no readable TOML: {error}') from None
    stage = {name: told.pop(name) for name in TABLES if name in told}
    known = {it.name for it in fields(Repro)} - {"stage"}
    if unknown := sorted(set(told) - known):
        raise BrokenPromise(f'"{path}": unknown "{unknown[0]}"; known are {", ".join(sorted({*known, *TABLES}))}')
    if missing := [name for name in ("story", "idp", "region", "end") if not told.get(name)]:
        raise BrokenPromise(f'"{path}" lacks "{missing[0]}"; see docs/reproduce.md')
    _check_types(path, told, stage)
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    repro = Repro(**values, stage=stage)
    _check(path, repro)
    return repro


def _check_types(path: Path, told: Mapping[str, Any], stage: Mapping[str, Any]) -> None:
    """Refuse a value of another kind than its name has."""
    for name, value in told.items():
        listed = name in {"steps", "unseen"}
        if not (_is_texts(value) if listed else isinstance(value, str)):
            raise BrokenPromise(
                f'"{path}": "{name}" must be {"a list of texts" if listed else "a text"}; see docs/reproduce.md'
            )
    for name, table in stage.items():
        if not isinstance(table, dict):
            raise BrokenPromise(f'"{path}": "{name}" must be a table, [{name}]; see docs/reproduce.md')


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(it, str) for it in value)


def _check(path: Path, repro: Repro) -> None:
    """Refuse what could not be run."""
    idps = {it.idp for it in people.ORGANISATIONS}
    choices = {"idp": idps, "region": set(people.ORIGINS), "end": set(ENDS)}
    for name, known in choices.items():
        if getattr(repro, name) not in known:
            wrong = getattr(repro, name)
            raise BrokenPromise(f'"{path}": "{name}" cannot be "{wrong}"; choose one of {", ".join(sorted(known))}')
    if repro.fault and repro.fault not in faults():
        raise BrokenPromise(f'"{path}" names the fault "{repro.fault}", which is no file of mock_idps/faults/')
    if repro.end == "refused" and not repro.check:
        raise BrokenPromise(f'"{path}" ends "refused" and must name the "check" that refused')
    for step in repro.steps:
        if verbs.name(step) not in verbs.VERBS:
            raise BrokenPromise(f'"{path}": unknown step "{step}"; known are {", ".join(verbs.VERBS)}')


def write(repro: Repro, path: Path) -> None:
    """Write a repro file that support can read and edit."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(repro), encoding="utf-8")


def text(repro: Repro) -> str:
    """The TOML of a repro; empty values are left out."""
    head = [
        "# Run it: sso-harness run repro/{this file's name}. Everything may be edited; docs/reproduce.md says what can stand here.",
        f"story = {_block(repro.story)}",
    ]
    for name in (
        "idp",
        "region",
        "end",
        "check",
        "who",
        "found",
        "sure",
        "source",
        "shown",
        "unseen",
        "fault",
        "steps",
    ):
        value = getattr(repro, name)
        if value:
            head.append(f"{name} = {toml(list(value) if isinstance(value, tuple) else value)}")
    for table in TABLES:
        if repro.stage.get(table):
            head += [
                "",
                f"[{table}]",
                *(f"{toml_key(key)} = {toml(value)}" for key, value in repro.stage[table].items()),
            ]
    return "\n".join(head) + "\n"


def _block(story: str) -> str:
    """A text over several lines; what TOML forbids in one is written as an escape."""
    escaped = story.strip().replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    escaped = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", lambda found: f"\\u{ord(found[0]):04x}", escaped)
    return f'"""\n{escaped}\n"""'


def toml(value: Any) -> str:
    """A value in TOML; JSON's strings, numbers and lists are TOML's, tables stand on one line."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{toml_key(key)} = {toml(it)}" for key, it in value.items()) + " }" if value else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml(it) for it in value) + "]"
    if value is None:
        return '""'
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def toml_key(key: str) -> str:
    """A key, quoted where it must be."""
    return key if key and all(it.isascii() and (it.isalnum() or it in "_-") for it in key) else toml(key)
