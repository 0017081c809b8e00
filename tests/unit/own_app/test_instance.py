"""harness/own_app/instance.py: one copy of an app, started when it is needed and again when it was lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from harness import people
from harness.own_app.customers import own
from harness.own_app.description import Connection, Description, SignedIn, Start
from harness.own_app.instance import Instance
from harness.own_app.lodging import Lodging
from harness.own_app.logs import Logs
from harness.own_app.mistakes import AppFailed

SERVER = "import http.server as h, sys; print('up', flush=True); h.HTTPServer(('127.0.0.1', int(sys.argv[1])), h.SimpleHTTPRequestHandler).serve_forever()"


def _instance(folder: Path, *command: str) -> Instance:
    description = Description(
        name="my/shop",
        file=folder / "sso-harness.toml",
        origins={"us": "https://shop.example"},
        listens="http://127.0.0.1:{port}",
        callback="/callback",
        start=Start(command=("{python}", "-c", *command), directory=folder),
        connection=Connection(environment={"ISSUER": "{issuer}"}, files={"app.ini": str(folder / "app.j2")}),
        begin=(),
        sign_out=(),
        signed_in=SignedIn("/"),
    )
    (folder / "app.j2").write_text("issuer = {{ issuer }}\n")
    customer = own(people.named("globex"), description)
    lodging = Lodging("http://127.0.0.1:1", folder / "ca.pem", {}, Logs(folder / "logs"))
    lodging._values[customer.name] = {"issuer": "https://globex.okta.com"}
    return Instance(replace(description), lodging, [customer])


def _starts(folder: Path) -> int:
    return sum(it.read_text().count("up\n") for it in (folder / "logs").iterdir())


@pytest.mark.parametrize(("lost", "starts"), [("", 1), ("hung", 2), ("afresh", 2)])
def test_is_started_again_only_when_it_was_lost(tmp_path: Path, lost: str, starts: int) -> None:
    """A copy that is up stays; one that hung, or must have forgotten, is another process; its log is one file."""
    instance = _instance(tmp_path, SERVER, "{port}")

    async def twice() -> None:
        await instance.awake()
        assert instance.forwarder is not None
        instance.forwarder.given_up = lost == "hung"
        await instance.awake(afresh=lost == "afresh")
        await instance.stop()

    asyncio.run(twice())

    assert _starts(tmp_path) == starts
    assert [it.name.startswith("my-shop-globex-") for it in (tmp_path / "logs").iterdir()] == [True]


def test_one_that_never_came_up_is_not_tried_again(tmp_path: Path) -> None:
    """The second scenario hears the same line, at once."""
    instance = _instance(tmp_path, "print('up'); raise SystemExit(3)")
    said = []

    for _ in range(2):
        with pytest.raises(AppFailed, match="exit code 3") as failed:
            asyncio.run(instance.awake())
        said.append(str(failed.value))

    assert said[0] == said[1]
    assert _starts(tmp_path) == 1


def test_connection_reaches_variables_and_files(tmp_path: Path) -> None:
    """The customer's issuer stands where the description puts it."""
    instance = _instance(tmp_path, SERVER, "{port}")

    async def look() -> tuple[dict[str, str], str]:
        _, variables = await instance.furnish()
        assert instance._folder is not None
        text = (Path(instance._folder.name) / "app.ini").read_text()
        await instance.stop()
        return variables, text

    variables, text = asyncio.run(look())

    assert variables["ISSUER"] == "https://globex.okta.com"
    assert text == "issuer = https://globex.okta.com"


def test_server_error_brings_the_apps_last_words_once(tmp_path: Path) -> None:
    """Asked a second time there is nothing new to say."""
    instance = _instance(tmp_path, SERVER, "{port}")

    async def look() -> tuple[str, str]:
        await instance.awake()
        assert instance.forwarder is not None
        instance.forwarder.crashed = True
        told = instance.complaint(), instance.complaint()
        await instance.stop()
        return told

    first, second = asyncio.run(look())

    assert first.startswith('it said last: "')
    assert second == ""
