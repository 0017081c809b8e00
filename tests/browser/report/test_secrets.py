"""No secret of a login reaches any artifact, unless it was asked for: looked for in everything a run can leave behind."""

from __future__ import annotations

import base64
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, quote, quote_plus, urlsplit

import pytest

from harness import catalogue, people
from harness.outcome import Refused
from harness.record.camera import Depth
from harness.record.exchange import Exchange
from harness.record.recording import read
from harness.recorded import RecordedRehearsal
from harness.report import assembly, comparison, har, narration
from harness.report.cells import Cell
from harness.report.story import tell
from harness.scenario import Scenario

RED = Scenario(spec="none", expected=Refused("state"))
IDPS = ("entra", "okta", "jumpcloud")
_NAMED = re.compile(r"code|code_verifier|client_secret|passw(or)?d|credentials\.passcode|access_token|refresh_token")
_SIGNED = re.compile(r"eyJ[\w-]+\.[\w-]+\.([\w-]+)")


@dataclass(frozen=True, slots=True)
class Left:
    """What one red login left in its folder, and the secrets that crossed the wire in it, read there by this test itself."""

    folder: Path
    secrets: dict[str, str]


@pytest.fixture(scope="module", params=IDPS)
def masked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Left:
    """A red login at each vendor, with everything on, told by every reader there is."""
    return left(request.param, tmp_path_factory.mktemp("masked"), masked=True)


def left(idp: str, folder: Path, *, masked: bool) -> Left:
    """Rehearse a login that ends red, and let every reader write what it has to say."""
    rehearsal = RecordedRehearsal(catalogue.targets()["reference"], folder, depth=Depth().closest, masked=masked)
    crossed: list[Exchange] = []
    taken = rehearsal.tape.exchange
    rehearsal.tape.exchange = lambda it: (crossed.append(it), taken(it))[1]  # type: ignore[method-assign]  # to listen in
    try:
        rehearsal.start()
        rehearsal.announce("login/red", "A login that ends red.")
        verdict = rehearsal.rehearse(RED, idp, "us")
    finally:
        rehearsal.stop()
    assert not verdict.passed
    _every_reader(rehearsal.folder(idp, "us"), verdict.reason)
    return Left(folder, dict(_secrets(crossed)))


def _every_reader(folder: Path, reason: str) -> None:
    recording = read(folder)
    (folder / "login.har").write_text(json.dumps(har.document(recording)), encoding="utf-8")
    (folder / "terminal.txt").write_text("\n".join(narration.lines(tell(recording), inner=True)), encoding="utf-8")
    (folder / "diff.html").write_text(comparison.page(recording, recording), encoding="utf-8")
    cell = Cell("login/red", recording.head.idp, "us", "failed", reason=reason, folder="x")
    assembly.assemble(folder / "run", 1, [cell], {}, now=1_000.0)


def _secrets(crossed: list[Exchange]) -> Iterator[tuple[str, str]]:
    for it in crossed:
        told, asked = it.response_body.decode("utf-8", "replace"), it.request_body.decode("utf-8", "replace")
        headers = [*it.request_headers, *it.response_headers]
        locations = [value for name, value in headers if name in {"location", "referer"}]
        pairs = [pair for url in (it.url, *locations) for pair in parse_qsl(urlsplit(url).query)]
        pairs += [pair for text in (asked,) if not text.startswith("{") for pair in parse_qsl(text)]
        pairs += re.findall(r'"(\w+)"\s*:\s*"([^"]+)"', told)
        for name, value in pairs:
            signed = _SIGNED.fullmatch(value)
            if signed:
                yield f"signature of {name}", signed[1]
            elif _NAMED.fullmatch(name):
                yield name, value
        for name, value in headers:
            if name == "set-cookie":
                bare, _, content = value.partition(";")[0].partition("=")
                if len(content) >= 16 and "@" not in content:
                    yield f"cookie {bare}", content
            elif name == "authorization":
                yield "credentials", value.partition(" ")[2]


def written(secret: str) -> set[bytes]:
    """The ways in which a secret may be written."""
    encoded = base64.b64encode(secret.encode()).decode().rstrip("=")
    forms = {secret, quote(secret, safe=""), quote_plus(secret), json.dumps(secret)[1:-1], encoded}
    return {form.encode() for form in forms}


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder, those inside archives too."""
    for path in sorted(it for it in folder.rglob("*") if it.is_file()):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from ((f"{path.name}:{name}", archive.read(name)) for name in archive.namelist())
        else:
            yield path.name, path.read_bytes()


def found(left: Left) -> list[tuple[str, str]]:
    """Kind of secret and file, wherever one is found."""
    forms = {kind: written(secret) for kind, secret in left.secrets.items()}
    return [
        (kind, name)
        for name, data in contents(left.folder)
        for kind, ways in forms.items()
        if any(way in data for way in ways)
    ]


def test_no_secret_of_the_wire_stands_in_any_artifact(masked: Left) -> None:
    """Codes, verifiers, client secrets, passwords, cookies, opaque tokens and signatures are masked everywhere."""
    names = {path.name for path in masked.folder.rglob("*")}
    assert {"login.jsonl", "timeline.html", "trace.zip", "login.har", "junit.xml", "index.html"} <= names
    assert {"code", "code_verifier", "credentials", "signature of id_token"} <= masked.secrets.keys()
    assert any(kind.startswith("cookie ") for kind in masked.secrets)

    assert found(masked) == []


def test_a_password_never_stands_in_any_artifact(masked: Left) -> None:
    """What the person typed is in no page, no form and no trace."""
    assert [name for name, data in contents(masked.folder) if any(it in data for it in written(people.PASSWORD))] == []


def test_secrets_stay_readable_when_asked_for(tmp_path: Path) -> None:
    """The switch at recording time: without masks each of those secrets is found, so the search above can find one."""
    clear = left("okta", tmp_path, masked=False)

    kinds = {kind for kind, _ in found(clear)}
    assert kinds == clear.secrets.keys()
    assert "Recorded with secrets in the clear" in next(tmp_path.rglob("timeline.html")).read_text(encoding="utf-8")
