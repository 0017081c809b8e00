"""Any site may put the app's pages into a frame."""

from starlette.datastructures import MutableHeaders

from harness.mutation.mutant import Mutant
from harness.reference_rp import headers
from harness.reference_rp.configuration import Region

_add = headers._add


def add(given: MutableHeaders, path: str, region: Region) -> None:
    _add(given, path, region)
    del given["X-Frame-Options"]
    del given["Content-Security-Policy"]


MUTANT = Mutant(replaces={"headers._add": add}, killed_by=("browser/framed",))
