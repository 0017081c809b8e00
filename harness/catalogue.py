"""Everything that exists, by name: scenarios, targets, and what the issuers' room offers."""

from __future__ import annotations

import ast
import sys
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from harness import coverage as coverage_folder
from harness import people
from harness import targets as targets_folder
from harness.coverage.listed import Listed
from harness.plugin_file import loaded
from harness.repro import file as repro_file
from harness.repro import staging
from harness.scenario import Scenario
from harness.scenario_files import FOLDER, is_scenario
from harness.target import Target
from mock_idps import catalogue as issuers
from mock_idps.core.fault import Fault
from mock_idps.core.plugins import BrokenPromise, find
from mock_idps.core.service import Vendor

if TYPE_CHECKING:
    from types import ModuleType

__all__ = [
    "FOLDER",
    "BrokenPromise",
    "Fault",
    "Vendor",
    "faults",
    "idps",
    "is_scenario",
    "lists",
    "load",
    "regions",
    "scenarios",
    "targets",
    "vendors",
]


def idps() -> tuple[str, ...]:
    """The names of the IdPs that customers use."""
    return tuple(dict.fromkeys(customer.idp for customer in people.ORGANISATIONS))


def vendors() -> dict[str, Vendor]:
    """Every vendor by name."""
    return issuers.vendors()


def regions() -> tuple[str, ...]:
    """The names of the product's regions."""
    return tuple(people.ORIGINS)


def faults() -> dict[str, Fault]:
    """Every fault by name."""
    return issuers.faults()


@cache
def targets() -> dict[str, Target]:
    """Every target by name.

    Raises:
        BrokenPromise: A file defines no TARGET.
    """
    return find(targets_folder, "TARGET", Target)  # type: ignore[type-abstract]  # a protocol is what a plug-in is checked against


@cache
def lists() -> dict[str, Listed]:
    """Other people's lists of what a relying party must do, by name: "oidf", "rfc9700" and the like.

    Raises:
        BrokenPromise: A file defines no LIST.
    """
    return find(coverage_folder, "LIST", Listed, skip=frozenset({"listed"}))


def case_id(path: Path) -> str:
    """The id of a scenario file: its path below the folder called "scenarios", without suffix."""
    parts = path.resolve().with_suffix("").parts
    root = len(parts) - 1 - parts[::-1].index("scenarios")
    return "/".join(parts[root + 1 :])


def load(path: Path) -> tuple[Scenario, str]:
    """The scenario of a file, and its published page (the file's docstring).

    Raises:
        BrokenPromise: The file defines no SCENARIO, has no docstring, or names a fault or IdP that does not exist.
    """
    if path.suffix == ".toml":
        repro = repro_file.read(path)
        return staging.scenario(repro), repro.story.strip()
    module = _module(path)
    scenario = getattr(module, "SCENARIO", None)
    if not isinstance(scenario, Scenario):
        raise BrokenPromise(f'"{path}" must define SCENARIO, a Scenario; see "sso-harness explain login/happy"')
    if not module.__doc__:
        raise BrokenPromise(f'"{path}" must open with a docstring: it is the published page of the scenario')
    if scenario.fault is not None and scenario.fault not in faults():
        raise BrokenPromise(f'"{path}" names the fault "{scenario.fault}", which is no file of mock_idps/faults/')
    for idp in scenario.idps or ():
        if idp not in idps():
            raise BrokenPromise(f'"{path}" names the IdP "{idp}"; there are {", ".join(idps())}')
    return scenario, module.__doc__.strip()


def _module(path: Path) -> ModuleType:
    name = "scenarios." + case_id(path).replace("/", ".")
    if name in sys.modules:
        return sys.modules[name]
    module = loaded(path, name)
    sys.modules[name] = module
    return module


def files(folder: Path = FOLDER) -> list[Path]:
    """Every scenario file below `folder`, in the order of ids."""
    return sorted(path for path in folder.rglob("*") if is_scenario(path))


def first_sentence(path: Path) -> str:
    """The first line of a scenario file's docstring, read without running the file."""
    if path.suffix == ".toml":
        return repro_file.read(path).story.strip().partition("\n")[0]
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


@cache
def scenarios() -> dict[str, tuple[Scenario, str]]:
    """Every scenario with its page, by id."""
    return {case_id(path): load(path) for path in files()}


def nearest(wanted: str) -> list[str]:
    """The ids most like `wanted`, for an error that shows the way out."""
    return get_close_matches(wanted, [case_id(path) for path in files()], n=3, cutoff=0.4)
