"""Two logins side by side, as a page."""

from __future__ import annotations

from harness.record.events import Hop
from harness.record.recording import Recording
from harness.report import differences, purposes
from harness.report.page import render


def page(a: Recording, b: Recording) -> str:
    """The page; A stands left."""
    words = (purposes.of(a.of(Hop)), purposes.of(b.of(Hop)))
    rows = [
        (words[0][it.here.number].words if it.here else words[1][it.there.number].words if it.there else "", it)
        for it in differences.pairs(a, b)
    ]
    return render("diff.html", a=a, b=b, rows=rows, unlike=sum(bool(it.differences) for _, it in rows))
