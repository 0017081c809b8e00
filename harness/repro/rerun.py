"""Running a repro, and saying whether it shows what the customer saw."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from harness.diagnosis.diagnose import diagnose
from harness.outcome import Observed
from harness.own_app import fitting
from harness.own_app.mistakes import DoesNotApply
from harness.record.events import Hop
from harness.recorded import RecordedRehearsal
from harness.repro import staging

if TYPE_CHECKING:
    from harness.record.recording import Recording
    from harness.repro.file import Repro
    from harness.scenario import Scenario
    from harness.target import Target


class Watched(RecordedRehearsal):
    """A recorded rehearsal that remembers what was observed at the end of the last login."""

    observed: Observed | None = None

    def observe(self, scenario: Scenario, idp: str, region: str, fault_name: str | None) -> Observed:
        """Let the person act as ever, and keep what was seen."""
        self.observed = super().observe(scenario, idp, region, fault_name)
        return self.observed


@dataclass(frozen=True, slots=True)
class Rerun:
    """A repro that was run.

    `repro` has its end filled in where nobody knew it (`adopted`), `reproduced` says whether it showed the same, `differs` in
    one line what does not; `timeline` is the folder of its recording.
    """

    repro: Repro
    reproduced: bool
    differs: str
    timeline: Path
    observed: str = ""
    adopted: bool = False


def rerun(repro: Repro, target: Target, case: str, report: Path, *, seed: int | None = None) -> Rerun:
    """Run a repro against a target, record it, compare.

    Raises:
        NoBrowser: There is none; the message says how to get one.
        DoesNotApply: The target cannot be brought into the customer's state; the message says why.
        AppFailed: The target did not start, or fell over.
    """
    if reason := fitting.why_not(target, staging.scenario(replace(repro, end=repro.end or "not signed in")), case):
        raise DoesNotApply(reason)
    rehearsal = Watched(target, report, seed=seed)
    rehearsal.start()
    try:
        return within(rehearsal, repro, case)
    finally:
        rehearsal.stop()


def within(rehearsal: Watched, repro: Repro, case: str) -> Rerun:
    """Run a repro in a rehearsal that is started already."""
    adopted = not repro.end
    looked = replace(repro, end="not signed in") if adopted else repro
    rehearsal.announce(case, repro.story)
    verdict = rehearsal.rehearse(staging.scenario(looked), repro.idp, repro.region)
    observed = rehearsal.observed
    timeline = rehearsal.folder(repro.idp, repro.region)
    if adopted and observed is not None:
        end, check = seen(observed)
        return Rerun(
            replace(repro, end=end, check=check),
            reproduced=True,
            differs="",
            timeline=timeline,
            observed=str(observed),
            adopted=True,
        )
    differs = "" if verdict.passed else verdict.reason
    if verdict.passed and repro.found and rehearsal.recording is not None:
        differs = _other_error(repro, rehearsal.recording)
    return Rerun(repro, reproduced=not differs, differs=differs, timeline=timeline, observed=str(observed or ""))


def seen(observed: Observed) -> tuple[str, str]:
    """How a login ended, in a repro file's words."""
    if observed.person:
        return "signed in", ""
    if observed.check:
        return "refused", observed.check
    return ("stays at the issuer", "") if observed.at_issuer else ("not signed in", "")


def _other_error(repro: Repro, recording: Recording) -> str:
    """What the IdP said instead, where the repro names one of its errors and another one shows; "" else."""
    if "/" not in repro.found or repro.found.startswith("check/") or not repro.shown:
        return ""
    said = [text for hop in recording.of(Hop) if hop.role == "issuer" for text in _errors(hop)]
    found = {it.entry.id for text in said for it in diagnose(text, vendor=repro.idp) if it.sure == "certain"}
    if not found or repro.found in found or any(repro.found.partition("/")[2] in it for it in found):
        return ""
    return f"the customer's IdP said {repro.found}, here it says {', '.join(sorted(found)[:3])}"


def _errors(hop: Hop) -> list[str]:
    """Texts of an exchange with the IdP that may be errors: redirects and JSON bodies with one."""
    locations = [value for name, value in hop.response_headers if name == "location" and "error=" in value]
    return [*locations, *([hop.response_body] if '"error' in hop.response_body[:400] else [])]
