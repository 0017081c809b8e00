"""A rehearsal that is recorded: what each case leaves in its folder, and what is said of it to pytest's report."""

from __future__ import annotations

import logging
import secrets
import shutil
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from harness import people
from harness.own_app import black_box, finding
from harness.record import archives
from harness.record.camera import Camera, Depth
from harness.record.events import End, Event, Head, Picture
from harness.record.recording import Recording, write
from harness.record.tape import Tape, facts
from harness.rehearsal import Rehearsal
from harness.report.page import FILE, timeline
from mock_idps.catalogue import fault as fault_named

if TYPE_CHECKING:
    from harness.actor import Actor
    from harness.judge import Verdict
    from harness.outcome import Observed
    from harness.scenario import Scenario
    from harness.target import Target


class RecordedRehearsal(Rehearsal):
    """World and browser of one worker, with everything that crosses the wire put on record.

    A green case is watched lightly. A red one is looked at a second time with everything on (pictures of each step,
    Playwright's trace, cookies of every request); the verdict stays that of the first look. `options` are a rehearsal's.
    """

    def __init__(
        self,
        target: Target,
        folder: Path,
        *,
        depth: Depth | None = None,
        masked: bool = True,
        **options: Any,
    ) -> None:
        self.tape = Tape(secrets.token_bytes(16) if masked else None)
        super().__init__(target, recorder=self.tape, **options)
        self._folder = folder
        self._depth = depth or Depth()
        self._case, self._page = "", ""
        self._watched: Recording | None = None
        self._camera: Camera | None = None
        self._twin_recordings: dict[tuple[object, ...], Recording] = {}
        self.recording: Recording | None = None
        self.twin: Recording | None = None
        self.note = ""
        self._log = _LogListener(self.tape)

    # -- life ----------------------------------------------------------------------------------------------------

    def start(self) -> RecordedRehearsal:
        """Start world, browser and the listening to logs."""
        super().start()
        self.tape.known = (
            ("password", people.PASSWORD),
            *(("client_secret", people.client_secret(it)) for it in people.ORGANISATIONS),
        )
        self.tape.facts = facts(self.world.app_hosts, self.world.routes, lambda: self.world.clock.offset)
        logging.getLogger().addHandler(self._log)
        return self

    def stop(self) -> None:
        """Stop them again."""
        logging.getLogger().removeHandler(self._log)
        super().stop()

    # -- one case ------------------------------------------------------------------------------------------------

    def announce(self, case: str, page: str) -> None:
        """Say which case comes next, and what its page says."""
        self._case, self._page = case, page
        self.recording, self.twin, self.note = None, None, ""

    def folder(self, idp: str, region: str) -> Path:
        """Where the case that was announced leaves its things."""
        return self._folder.joinpath(*self._case.split("/"), f"{idp}-{region}")

    def rehearse(self, scenario: Scenario, idp: str, region: str) -> Verdict:
        """Run and judge a scenario as ever, and leave its recording in its folder."""
        shutil.rmtree(self.folder(idp, region), ignore_errors=True)
        verdict = self._watch(scenario, idp, region)
        if not verdict.passed and not self._depth.full:
            self._look_again(scenario, idp, region)
        self._leave(self.folder(idp, region))
        return verdict

    def _leave(self, folder: Path) -> None:
        """Write the recording and its timeline."""
        if self.recording is None:
            return
        write(self.recording, folder)
        shown = {picture.file for picture in self.recording.of(Picture)}
        for picture in folder.glob("*.jpg"):
            if picture.name not in shown:
                picture.unlink()  # of the look that does not count
        up = "../" * len(folder.relative_to(self._folder).parts)
        page = timeline(self.recording, self.twin, folder=folder, index=f"{up}index.html", note=self.note)
        (folder / FILE).write_text(page, encoding="utf-8")

    @property
    def traced(self) -> bool:
        """Whether the last case left a trace of Playwright's."""
        return self._camera is not None and self._camera.trace is not None

    def _look_again(self, scenario: Scenario, idp: str, region: str) -> None:
        """See a red case once more, closely; its recording counts only if it is red again."""
        first, usual = self.recording, self._depth
        self._depth = usual.closest
        try:
            again = self._watch(scenario, idp, region)
        finally:
            self._depth = usual
        if again.passed:
            self.recording = first
            self.note = "looked at a second time it passed: the hops are the first look's, the trace is the second's"

    def _watch(self, scenario: Scenario, idp: str, region: str) -> Verdict:
        self._watched = None
        verdict = super().rehearse(scenario, idp, region)
        self.twin = (
            self._twin_recordings.get((scenario.steps, scenario.healthy, idp, region)) if scenario.fault else None
        )
        # When the healthy twin is red already, the case itself was never run: the twin is what there is to see.
        shown = self._watched or self.twin
        if shown is not None:
            reason = self.tape.masker.replace(verdict.reason) if self.tape.masker else verdict.reason
            events = [_judged(event, verdict.passed, reason) for event in shown.events]
            self.recording = replace(shown, head=self._head(scenario, idp, region), events=tuple(events))
        return verdict

    def observe(self, scenario: Scenario, idp: str, region: str, fault_name: str | None) -> Observed:
        """Let the person act as ever, with the tape running."""
        self.tape.start()
        own = fault_name == scenario.fault
        depth = self._depth if own else Depth(pictures="none", full=False)
        taken = len(list(self.folder(idp, region).glob("*.jpg")))
        self._camera = Camera(self.tape, self.folder(idp, region), depth, pictures=taken)
        observed = super().observe(scenario, idp, region, fault_name)
        account = tuple((name, _short(value)) for name, value in observed.account.items())
        end = End(0.0, str(observed), passed=False, check=observed.check, url=observed.url, account=account)
        recording = self.tape.finish(self._head(scenario, idp, region, fault_name or ""), end)
        if self._camera.trace and self.tape.masker:
            archives.mask(self._camera.trace, self.tape.masker)
        if own:
            self._watched = recording
        else:
            self._twin_recordings[scenario.steps, scenario.healthy, idp, region] = recording
        return observed

    def _act(self, scenario: Scenario, actor: Actor) -> None:
        if self._camera is not None:
            self._camera.follow(actor)
        super()._act(scenario, actor)

    def _head(self, scenario: Scenario, idp: str, region: str, fault: str | None = None) -> Head:
        customer = self.world.customer(idp, region)
        name = scenario.fault or "" if fault is None else fault
        return Head(
            case=self._case,
            idp=idp,
            region=region,
            target=self.world.target.name,
            asked=finding.as_typed(self.world.target),
            at=round(time.time(), 3),
            issuer=people.issuer(customer),
            client_id=people.client_id(customer),
            fault=name,
            breaks=fault_named(name).breaks if name else "",
            spec=scenario.spec,
            page=self._page,
            expected=black_box.words(scenario.expected) if self.judges_from_outside else str(scenario.expected),
            hosts=tuple(
                sorted((host, "app" if host in self.world.app_hosts else "issuer") for host in self.world.routes)
            ),
            seed=self.world.seed,
            masked=self.tape.masks,
        )


def _judged(event: Event, passed: bool, reason: str) -> Event:  # noqa: FBT001 - the verdict's two halves
    return replace(event, passed=passed, reason=reason) if isinstance(event, End) else event


def _short(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


class _LogListener(logging.Handler):
    """Hands what servers log as a warning or worse to the tape."""

    def __init__(self, tape: Tape) -> None:
        super().__init__(logging.WARNING)
        self._tape = tape

    def emit(self, record: logging.LogRecord) -> None:
        self._tape.said(record.name, record.levelname.lower(), record.getMessage())
