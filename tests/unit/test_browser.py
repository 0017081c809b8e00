"""harness/browser.py."""

import asyncio
import os
import select
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser as RunningBrowser
from playwright.sync_api import Error, Playwright, sync_playwright

from harness import browser
from harness.browser import Machine, NoBrowser, arguments, find, install, launch
from harness.gateway.gateway import Gateway


class Commands:
    """A machine's commands: a browser starts when its path is among `browsers`; the rest exits as told."""

    def __init__(self, *browsers: str) -> None:
        self.browsers = set(browsers)
        self.calls: list[str] = []
        self.exits: dict[str, list[int]] = {}
        self.installs: dict[str, str] = {}

    def __call__(self, command: Sequence[str], seconds: float) -> tuple[int, str]:
        """Run nothing; remember the call."""
        assert seconds > 0
        if command[-1] == "--version":
            return (0, "Chromium 156.0.1\n") if command[0] in self.browsers else (127, "libnss3.so: cannot open")
        words = [word for word in command if word in {"playwright", "update", "install"}]
        name = words[0] if "playwright" in words else f"apt {words[0]}"
        self.calls.append(name)
        code = self.exits[name].pop(0) if self.exits.get(name) else 1
        if code == 0 and name in self.installs:
            self.browsers.add(self.installs[name])
        return code, "" if code == 0 else "Reading package lists...\nE: no way\n"


def machine(tmp_path: Path, run: Commands, *system: str, root: bool = False, **environment: str) -> Machine:
    """A machine with a display and these programs in its search path."""
    programs = {Path(path).name: path for path in system}
    return Machine({"DISPLAY": ":0", **environment}, tmp_path, "1255", programs.get, run, root, "linux")


def _put(folder: Path, *parts: str) -> str:
    path = folder.joinpath(*parts)
    path.parent.mkdir(parents=True)
    path.touch()
    return str(path)


def test_the_path_given_comes_first(tmp_path: Path) -> None:
    """A path named in the call wins over the variable and over everything found."""
    it = machine(tmp_path, Commands("/a", "/b", "/bin/chromium"), "/bin/chromium", SSO_HARNESS_BROWSER="/b")

    assert [str(found.path) for found in (find(path="/a", machine=it), find(machine=it)) if found] == ["/a", "/b"]


def test_a_named_browser_that_does_not_start_is_told(tmp_path: Path) -> None:
    """No other browser is taken silently in place of the one named."""
    it = machine(tmp_path, Commands("/bin/chromium"), "/bin/chromium", SSO_HARNESS_BROWSER="/gone")

    with pytest.raises(
        NoBrowser, match=r'^browser "/gone" does not start; correct the variable "SSO_HARNESS_BROWSER", '
    ):
        find(machine=it)


def test_playwrights_own_comes_before_the_systems(tmp_path: Path) -> None:
    """Playwright's revision, its other revisions, then the system's headless-shell, then Chrome and Chromium."""
    own = _put(tmp_path, "chromium_headless_shell-1255", "chrome-headless-shell-linux64", "chrome-headless-shell")
    newer = _put(tmp_path, "chromium_headless_shell-1300", "chrome-linux", "headless_shell")
    full = _put(tmp_path, "chromium-1255", "chrome-linux64", "chrome")
    order = [own, newer, full, "/bin/chromium-headless-shell", "/bin/google-chrome", "/bin/chromium"]
    run = Commands(*order)
    it = machine(tmp_path, run, *order[3:])

    seen = []
    while found := find(machine=it):
        seen.append(str(found.path))
        run.browsers.remove(seen[-1])

    assert seen == order


def test_a_window_needs_more_than_a_shell(tmp_path: Path) -> None:
    """For a window the headless-shells are passed over."""
    shell = _put(tmp_path, "chromium_headless_shell-1255", "chrome-linux", "headless_shell")
    it = machine(
        tmp_path,
        Commands(shell, "/bin/chromium-headless-shell", "/bin/chromium"),
        "/bin/chromium-headless-shell",
        "/bin/chromium",
    )

    found = find(headed=True, machine=it)

    assert found is not None
    assert (str(found.path), found.kind) == ("/bin/chromium", "chromium")


def test_a_named_shell_cannot_show_a_window(tmp_path: Path) -> None:
    """A headless-shell that is named where a window is wanted is told, in one line."""
    with pytest.raises(NoBrowser, match=r'^browser "/bin/headless_shell" is a headless-shell and has no window; '):
        find(headed=True, path="/bin/headless_shell", machine=machine(tmp_path, Commands("/bin/headless_shell")))


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_window_needs_a_display_on_linux(tmp_path: Path, platform: str) -> None:
    """Without DISPLAY and WAYLAND_DISPLAY one line says so; elsewhere windows need no such variable."""
    bare = replace(
        machine(tmp_path, Commands("/bin/chromium"), "/bin/chromium"), environment={"DISPLAY": ""}, platform=platform
    )

    if platform == "darwin":
        assert find(headed=True, machine=bare) is not None
        return
    with pytest.raises(NoBrowser, match='neither "DISPLAY" nor "WAYLAND_DISPLAY" is set'):
        find(headed=True, machine=bare)


def test_kind_and_version_are_told(tmp_path: Path) -> None:
    """What is found says what it is."""
    found = find(machine=machine(tmp_path, Commands("/bin/chromium-headless-shell"), "/bin/chromium-headless-shell"))

    assert found is not None
    assert (found.kind, found.version) == ("headless-shell", "156.0.1")


def test_installing_is_the_last_resort(tmp_path: Path) -> None:
    """With a browser at hand nothing is installed."""
    run = Commands("/bin/chromium")

    install(_silent, machine=machine(tmp_path, run, "/bin/chromium", "/bin/apt-get", root=True))

    assert run.calls == []


def test_playwright_installs_first(tmp_path: Path) -> None:
    """When Playwright's download brings a browser, no package is touched."""
    own = _put(tmp_path, "chromium_headless_shell-1255", "chrome-linux", "headless_shell")
    run = Commands()
    run.exits, run.installs = {"playwright": [0]}, {"playwright": own}

    found = install(_silent, machine=machine(tmp_path, run, "/bin/apt-get", root=True))

    assert (str(found.path), run.calls) == (own, ["playwright"])


def test_debians_package_comes_next(tmp_path: Path) -> None:
    """Root gets the package; package lists are fetched when the first try fails."""
    run = Commands()
    run.exits = {"apt install": [100, 0], "apt update": [0]}
    run.installs = {"apt install": "/bin/chromium-headless-shell"}

    found = install(_silent, machine=machine(tmp_path, run, "/bin/apt-get", "/bin/chromium-headless-shell", root=True))

    assert str(found.path) == "/bin/chromium-headless-shell"
    assert run.calls == ["playwright", "apt install", "apt update", "apt install"]


def test_no_browser_is_one_line(tmp_path: Path) -> None:
    """When nothing helps, one line says what was tried and the way out."""
    with pytest.raises(NoBrowser) as told:
        install(_silent, machine=machine(tmp_path, Commands(), "/bin/apt-get"))

    assert str(told.value) == (
        'no browser: none installed; "playwright install chromium-headless-shell" failed (E: no way); '
        '"apt-get install chromium-headless-shell" needs root; '
        'install Chrome or Chromium, or set "SSO_HARNESS_BROWSER" to the path of one'
    )


def test_a_download_that_does_not_start_is_told(tmp_path: Path) -> None:
    """An installed program that does not run (a library is missing) is not taken for a browser."""
    run = Commands()
    run.exits = {"playwright": [0]}

    with pytest.raises(NoBrowser, match="ran, but its browser does not start; there is no apt-get; "):
        install(_silent, machine=machine(tmp_path, run))


def test_a_command_out_of_time_dies_with_its_children(tmp_path: Path) -> None:
    """A hanging command is killed whole: its children end too, and do not hold us up."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    held = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    # The child keeps the pipe open as long as it lives, and our output as well.
    result = browser.run(["sh", "-c", f"(exec 3>{pipe}; sleep 60) & wait"], 0.5)
    ended, _, _ = select.select([held], [], [], 10)

    assert result == (-1, "took longer than 0 seconds")
    assert ended == [held]
    assert os.read(held, 1) == b""
    os.close(held)


def test_a_command_that_is_not_there_is_told() -> None:
    """A missing program is a result, not an exception."""
    assert browser.run(["/no/such/program"], 5) == (-1, "No such file or directory")


def test_the_command_line_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """What make runs prints one line with the browser found."""
    assert browser.main(["--install"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("browser: /")


def test_the_command_line_refuses_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bad input is exit code 2 and one line."""
    monkeypatch.setenv(browser.VARIABLE, "/gone")

    assert browser.main([]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_only_root_goes_without_a_sandbox() -> None:
    """The sandbox stays on for everyone who can have it."""
    assert arguments(["--x"], root=False) == ["--x"]
    assert arguments(["--x"], root=True) == ["--x", "--no-sandbox"]


def _silent(line: str) -> None:
    """Take a report and say nothing."""


PAGES = {
    "/": "<title>there</title>",
    "/set": "<title>set</title>",
    "/post": '<form method=post action="https://app.pelanor.io/cookies"></form><script>document.forms[0].submit()</script>',
    "/link": '<a href="https://app.pelanor.io/cookies">go</a>',
}


async def page(scope: Any, receive: Any, send: Any) -> None:
    """A site: sets three cookies, links and posts to the other site, and shows the cookies it gets."""
    headers = [(b"content-type", b"text/html")]
    text = PAGES.get(scope["path"])
    if text is None:
        text = next((value.decode() for name, value in scope["headers"] if name == b"cookie"), "none")
    if scope["path"] == "/set":
        cookies = (f"{name}=1; SameSite={name.title()}; Secure; HttpOnly" for name in ("strict", "lax", "none"))
        headers.extend((b"set-cookie", cookie.encode()) for cookie in cookies)
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})


HOSTS = ("app.pelanor.io", "app-eu.pelanor.io", "login.microsoftonline.com", "acme.okta.com", "accounts.google.com")


def _running(loop: asyncio.AbstractEventLoop) -> Gateway:
    gateway = Gateway(lambda _host: page, HOSTS)
    return asyncio.run_coroutine_threadsafe(gateway.__aenter__(), loop).result(10)


@pytest.fixture(scope="module")
def gateways() -> Iterator[Callable[[], Gateway]]:
    """Starts gateways in a background loop; all are stopped after the module."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    started: list[Gateway] = []

    def start() -> Gateway:
        started.append(_running(loop))
        return started[-1]

    yield start
    for gateway in started:
        asyncio.run_coroutine_threadsafe(gateway.__aexit__(None, None, None), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """One driver for the module: a thread can hold only one."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="module")
def chromium(playwright: Playwright, gateways: Callable[[], Gateway]) -> Iterator[RunningBrowser]:
    """The real browser in front of a gateway."""
    running = launch(playwright, gateways())
    yield running
    running.close()


@pytest.fixture
def tab(chromium: RunningBrowser) -> Iterator[Any]:
    """A tab of a fresh person, who ignores no certificate error."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("host", HOSTS)
def test_production_addresses_open(tab: Any, host: str) -> None:
    """Names open at their own address, HSTS-preloaded ones too, without any certificate error ignored."""
    tab.goto(f"https://{host}/")

    assert (tab.title(), tab.url) == ("there", f"https://{host}/")


def test_a_strangers_certificate_stays_an_error(gateways: Callable[[], Gateway], playwright: Playwright) -> None:
    """Only the run's own authority is trusted: another gateway's certificates are refused."""
    own, other = gateways(), gateways()
    trust = next(argument for argument in own.chromium_arguments() if "spki" in argument)

    class Crossed:
        """The other gateway's names with this gateway's trust."""

        def chromium_arguments(self) -> list[str]:
            """The other's arguments, but for one."""
            return [trust if "spki" in argument else argument for argument in other.chromium_arguments()]

    running = launch(playwright, Crossed())  # type: ignore[arg-type]  # it hands out arguments, as a gateway does
    with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
        running.new_page().goto("https://app.pelanor.io/")
    running.close()


def test_a_link_from_another_site_brings_no_strict_cookie(tab: Any) -> None:
    """Two registrable domains are two sites: a link brings Lax and None cookies, not Strict ones."""
    tab.goto("https://app.pelanor.io/set")
    tab.goto("https://login.microsoftonline.com/link")
    tab.click("a")

    assert tab.inner_text("body") == "lax=1; none=1"


def test_a_post_from_another_site_brings_only_none_cookies(tab: Any) -> None:
    """A cross-site POST (form_post) brings None cookies; fresh cookies without SameSite would hide this."""
    tab.goto("https://app.pelanor.io/set")
    tab.goto("https://login.microsoftonline.com/post", wait_until="commit")
    tab.wait_for_url("https://app.pelanor.io/cookies")

    assert tab.inner_text("body") == "none=1"


def test_two_hosts_of_one_domain_are_one_site(tab: Any) -> None:
    """Regions share a registrable domain: a Strict cookie travels on a link between them, on its own host."""
    tab.goto("https://app.pelanor.io/set")
    tab.goto("https://app-eu.pelanor.io/link")
    tab.click("a")

    assert tab.inner_text("body") == "strict=1; lax=1; none=1"
