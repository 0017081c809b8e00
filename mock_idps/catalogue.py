"""Everything that is mocked, by name: vendors are the folders of this room, faults the files of mock_idps/faults/."""

from __future__ import annotations

from functools import cache

import mock_idps
from mock_idps import faults as faults_folder
from mock_idps.core.fault import NO_FAULT, Fault
from mock_idps.core.plugins import find
from mock_idps.core.service import Vendor


@cache
def vendors() -> dict[str, Vendor]:
    """Every vendor by its folder's name.

    Raises:
        BrokenPromise: A folder defines no VENDOR.
    """
    return find(mock_idps, "VENDOR", Vendor, skip=frozenset({"core", "faults", "catalogue"}))  # type: ignore[type-abstract]  # a protocol is what a plug-in is checked against


@cache
def faults() -> dict[str, Fault]:
    """Every fault by its file's name.

    Raises:
        BrokenPromise: A file defines no FAULT.
    """
    return find(faults_folder, "FAULT", Fault)


def fault(name: str | None) -> Fault:
    """The fault called `name`; None is no fault.

    Raises:
        KeyError: There is no such fault.
    """
    if name is None:
        return NO_FAULT
    if name not in faults():
        raise KeyError(f'no fault "{name}"; there are {", ".join(faults())}')
    return faults()[name]
