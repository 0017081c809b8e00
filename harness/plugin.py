"""The pytest plugin: scenario files become items, one per IdP and region."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness.scenario_files import FOLDER, is_scenario

if TYPE_CHECKING:
    from harness.rehearsal import Rehearsal
    from harness.scenario import Scenario
    from harness.target import Target

STAGE: pytest.StashKey[Any] = pytest.StashKey()
"""Where the session keeps its rehearsal: world and browser, started with the first scenario."""

TARGET: pytest.StashKey[Any] = pytest.StashKey()
"""Where the configuration keeps the target, once it was looked up."""

MARKED: pytest.StashKey[bool] = pytest.StashKey()
"""Whether IdPs and regions are known as markers yet."""

pytest_plugins = ("harness.fixtures",)
"""Fixtures for suites of other people."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of a rehearsal; all begin with --sso, so that no other plug-in's are in the way."""
    group = parser.getgroup("sso-harness", "rehearsing SSO logins")
    group.addoption("--sso-idp", action="append", default=[], metavar="NAME", help="only this IdP (may be repeated)")
    group.addoption("--sso-region", action="append", default=[], metavar="NAME", help="only this region (repeatable)")
    group.addoption("--sso-regions-in-turn", action="store_true", help="each scenario at each IdP in one region only")
    group.addoption("--sso-target", default="reference", metavar="NAME", help="the relying party (default: reference)")
    group.addoption("--sso-headed", action="store_true", help="show the browser")
    group.addoption("--sso-rehearse", action="store_true", help='take files of any folder "scenarios" as scenarios')
    group.addoption("--sso-shard", default="", metavar="K/N", help="only the K-th of N parts of all scenarios")
    group.addoption("--sso-browser-ws", default=None, metavar="URL", help="a browser that runs elsewhere")
    group.addoption("--sso-black-box", action="store_true", help="judge by what any app shows, never by check codes")
    group.addoption("--sso-seed", type=int, default=None, metavar="N", help="seed of the issuers' randomness")
    from harness.report import options

    options.add_options(group)


def _chosen(config: pytest.Config, option: str, known: tuple[str, ...]) -> tuple[str, ...]:
    asked = tuple(config.getoption(option))
    for name in asked:
        if name not in known:
            raise pytest.UsageError(f'unknown {option} "{name}"; choose one of {", ".join(known)}')
    return asked or known


def _is_scenario(path: Path, config: pytest.Config) -> bool:
    # Somebody else's suite may have a folder of this name that has nothing to do with us.
    ours = config.getoption("--sso-rehearse") or path.is_relative_to(FOLDER)
    return bool(ours) and "scenarios" in path.parts and is_scenario(path)


def _target(config: pytest.Config) -> Target:
    if TARGET not in config.stash:
        from harness.command import BadInput
        from harness.own_app import finding

        try:
            config.stash[TARGET] = finding.target(config.getoption("--sso-target"))
        except BadInput as error:
            raise pytest.UsageError(str(error)) from None
    found: Target = config.stash[TARGET]
    return found


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Every file of the folder "scenarios" is a scenario."""
    if not _is_scenario(file_path, parent.config):
        return None
    collector: pytest.Collector = ScenarioFile.from_parent(parent, path=file_path)
    return collector


class ScenarioFile(pytest.File):
    """One scenario file; it collects to an item per IdP × region."""

    def collect(self) -> Iterator[pytest.Item]:
        """The items, in the order of IdPs and regions.

        Raises:
            pytest.Collector.CollectError: The file is no scenario; the message says why in one line.
        """
        from harness import catalogue
        from harness.selection import Selection

        try:
            scenario, page = catalogue.load(self.path)
        except catalogue.BrokenPromise as error:
            raise self.CollectError(str(error)) from None
        target = _target(self.config)
        _make_markers_known(self.config)
        selection = Selection(
            idps=_chosen(self.config, "--sso-idp", catalogue.idps()),
            regions=_regions(self.config, target),
            named=self.config.getoption("--sso-idp"),
            in_turn=self.config.getoption("--sso-regions-in-turn"),
        )
        for idp, region in selection.cells(catalogue.case_id(self.path), scenario):
            yield ScenarioItem.from_parent(self, name=f"{idp}-{region}", scenario=scenario, page=page)


def _regions(config: pytest.Config, target: Target) -> tuple[str, ...]:
    """The regions asked for in which the target has an address."""
    from harness import catalogue
    from harness.target import Elsewhere

    chosen = _chosen(config, "--sso-region", catalogue.regions())
    return tuple(it for it in chosen if not isinstance(target, Elsewhere) or it in target.regions)


class ScenarioFailed(Exception):
    """A login did not end as the scenario expects."""


class ScenarioItem(pytest.Item):
    """One scenario at one IdP in one region."""

    def __init__(self, *, scenario: Scenario, page: str, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.scenario = scenario
        self.page = page
        self.idp, _, self.region = self.name.rpartition("-")
        self.add_marker(self.idp)
        self.add_marker(self.region)

    def runtest(self) -> None:
        """Rehearse.

        Raises:
            ScenarioFailed: The verdict is red.
        """
        from playwright.sync_api import Error

        from harness import catalogue, reporting
        from harness.own_app import fitting
        from harness.own_app.mistakes import DoesNotApply

        case = catalogue.case_id(self.path)
        self.user_properties += [("case", case), ("idp", self.idp), ("region", self.region)]
        rehearsal = _rehearsal(self.session)
        if reason := fitting.why_not(rehearsal.world.target, self.scenario, case):
            pytest.skip(reason)
        reporting.announce(rehearsal, case, self.page)
        try:
            verdict = rehearsal.rehearse(self.scenario, self.idp, self.region)
        except DoesNotApply as reason:
            pytest.skip(str(reason))
        except Error as error:
            if rehearsal.has_a_browser():
                raise
            _end(self.session)  # the next scenario gets a browser of its own
            raise ScenarioFailed(f"the browser is gone: {error.message.partition(chr(10))[0]}") from None
        self.user_properties += reporting.properties(rehearsal, case, self.idp, self.region)
        if not verdict.passed:
            raise ScenarioFailed(f"{reporting.reason(rehearsal, verdict.reason)} (seed {rehearsal.world.seed})")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """A red verdict is one line; anything else is a fault of ours and shown in full."""
        if isinstance(excinfo.value, ScenarioFailed):
            return f"{self.nodeid}\n  {excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the scenario stands, and its first sentence."""
        return self.path, 0, f"{self.nodeid}: {self.page.splitlines()[0]}"


def _rehearsal(session: pytest.Session) -> Rehearsal:
    if STAGE not in session.stash:
        from harness.browser import NoBrowser
        from harness.command import BadInput
        from harness.gateway.sockets import PortTaken
        from harness.own_app.mistakes import AppFailed
        from harness.reporting import rehearsal as rehearsal_of

        config = session.config
        rehearsal = rehearsal_of(
            config,
            _target(config),
            headed=config.getoption("--sso-headed"),
            seed=config.getoption("--sso-seed"),
            browser_ws=config.getoption("--sso-browser-ws"),
        )
        rehearsal.black_box = config.getoption("--sso-black-box")
        try:
            session.stash[STAGE] = rehearsal.start()
        except (AppFailed, BadInput, NoBrowser, PortTaken) as failed:
            raise ScenarioFailed(str(failed)) from None
    found: Rehearsal = session.stash[STAGE]
    return found


def _make_markers_known(config: pytest.Config) -> None:
    """Make IdPs and regions known as markers, so that -m works; other people's suites never come here."""
    if MARKED in config.stash:
        return
    from harness import people

    config.stash[MARKED] = True
    for word in dict.fromkeys(word for it in people.ORGANISATIONS for word in (it.idp, it.region)):
        config.addinivalue_line("markers", f"{word}: a scenario at this IdP or in this region")


def pytest_configure(config: pytest.Config) -> None:
    """Have workers told for whom they record; a suite without scenarios costs nothing."""
    if config.getoption("--sso-report"):
        from harness.reporting import ToWorkers

        config.pluginmanager.register(ToWorkers(), "sso-harness-to-workers")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep this shard's scenarios; other tests of the session are in every shard."""
    if asked := config.getoption("--sso-shard"):
        from harness.shard import kept

        ours = set(kept([item for item in items if isinstance(item, ScenarioItem)], asked))
        others = [item for item in items if isinstance(item, ScenarioItem) and item not in ours]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if not isinstance(item, ScenarioItem) or item in ours]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Stop world and browser, however the session ends."""
    _end(session)


def _end(session: pytest.Session) -> None:
    if STAGE in session.stash:
        session.stash[STAGE].stop()
        del session.stash[STAGE]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Draw the matrix of the scenarios that ran."""
    from harness.report import terminal

    cells = [
        found
        for result in ("passed", "failed", "skipped", "error")
        for report in terminalreporter.stats.get(result, [])
        if (found := terminal.cell(getattr(report, "user_properties", ()), result))
    ]
    if not cells:
        return
    terminalreporter.section("logins rehearsed")
    wide = "utf" in (getattr(terminalreporter._tw._file, "encoding", None) or "").lower()  # noqa: SLF001 - pytest offers no other way to ask
    for line in terminal.matrix(cells, marks=terminal.MARKS if wide else terminal.PLAIN):
        terminalreporter.write_line(line)
    from harness import reporting

    reporting.finish(terminalreporter)
