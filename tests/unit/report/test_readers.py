"""The readers of one recording: HAR, terminal, pages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from harness.record.events import Picture
from harness.record.recording import Recording
from harness.report import comparison, har, narration
from harness.report.page import breakable, masked, pretty, timeline
from harness.report.story import tell
from tests.unit.report.conftest import APP, CLAIMS, HEAD, Login, hop


def test_har_has_what_its_specification_demands(login: Login) -> None:
    """Every entry carries the members that HAR 1.2 does not call optional, in their types."""
    log = har.document(login())["log"]

    assert log["version"] == "1.2"
    assert {"name", "version"} <= log["creator"].keys()
    for entry in log["entries"]:
        assert datetime.fromisoformat(entry["startedDateTime"]).tzinfo is not None
        assert entry.keys() >= {"time", "request", "response", "cache", "timings"}
        assert entry["request"].keys() >= {
            "method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize",
        }  # fmt: skip
        assert entry["response"].keys() >= {
            "status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize", "bodySize",
        }  # fmt: skip
        assert entry["response"]["content"].keys() >= {"size", "mimeType"}
        assert entry["timings"].keys() >= {"send", "wait", "receive"}


def test_har_knows_the_attributes_of_cookies() -> None:
    """Flags stand where HAR has a place for them, and a date that is none breaks nothing."""
    line = "a=1; Path=/x; Domain=pelanor.io; Secure; HttpOnly; Expires=Wed, 21 Oct 2026 07:28:00 GMT"
    told = hop(1, APP, response_headers=(("set-cookie", line), ("set-cookie", "b=2; Expires=never")))

    first, second = har.document(Recording(HEAD, (told,)))["log"]["entries"][0]["response"]["cookies"]
    assert first == {
        "name": "a", "value": "1", "path": "/x", "domain": "pelanor.io", "expires": "2026-10-21T07:28:00+00:00",
        "httpOnly": True, "secure": True,
    }  # fmt: skip
    assert second == {"name": "b", "value": "2", "httpOnly": False, "secure": False}


def test_har_entries_stand_on_pages_that_exist(login: Login) -> None:
    """Developer tools group entries by page: the person's steps."""
    log = har.document(login())["log"]

    assert {entry.get("pageref") for entry in log["entries"]} <= {page["id"] for page in log["pages"]}
    assert [page["title"] for page in log["pages"]] == ["alice signs in", "alice observes"]


def test_har_holds_forms_and_redirects(login: Login) -> None:
    """The token request's form and the redirect to the issuer are where developer tools look for them."""
    entries = {entry["request"]["url"]: entry for entry in har.document(login())["log"]["entries"]}

    token = entries["https://globex.okta.com/token"]["request"]["postData"]
    assert {"name": "grant_type", "value": "authorization_code"} in token["params"]
    assert entries["https://app.pelanor.io/go"]["response"]["redirectURL"].startswith(
        "https://globex.okta.com/authorize"
    )


def test_the_terminal_tells_a_login_hop_by_hop(login: Login) -> None:
    """One line per hop, files left out; the broken hop is marked, with why below."""
    lines = list(
        narration.lines(tell(login(claims=CLAIMS | {"aud": "x"}, refused="id_token.aud", status=400), login()))
    )

    assert sum(" GET " in line or " POST " in line for line in lines) == 9
    assert sum(line.startswith("✗") for line in lines) == 2
    assert any("refused: id_token.aud" in line for line in lines)
    assert any('id_token claim aud: "x"; healthy: "client-1"' in line for line in lines)


def test_a_page_is_all_in_one_file(login: Login) -> None:
    """No page loads anything: it works from a disk, without network."""
    for page in (timeline(login(), login()), comparison.page(login(), login(idp="entra"))):
        assert "<link" not in page
        assert 'src="http' not in page
        assert "@import" not in page
        assert "url(" not in page


def test_pictures_are_taken_into_the_page(login: Login, tmp_path: Path) -> None:
    """A timeline can be sent around alone; a picture that is gone is left out."""
    (tmp_path / "01.jpg").write_bytes(b"\xff\xd8")
    pictures = (Picture(0.5, "01.jpg", "signs in"), Picture(0.6, "../../etc/02.jpg", "elsewhere"))

    page = timeline(login(more=pictures), folder=tmp_path)

    assert page.count('src="data:image/jpeg;base64,/9g="') == 1
    assert "elsewhere" not in page


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_hostile_text_is_shown_not_run(hostile: str, login: Login) -> None:
    """Claims come from an issuer, and an issuer may be anybody."""
    page = timeline(login(claims=CLAIMS | {"name": hostile, hostile: 1}), login())

    assert hostile not in page


def test_masks_are_drawn(login: Login) -> None:
    """A mask is shown as one, with its kind and mark; the text around it stays escaped."""
    drawn = masked("<b>code=[masked:code:1a2b:43]</b>")

    assert drawn.startswith("&lt;b&gt;code=<span")
    assert ">masked code #1a2b</span>" in drawn


def test_json_is_indented() -> None:
    """Bodies that are JSON are shown to be read; others, and damaged ones, as they are."""
    assert [pretty(it) for it in ('{"a":1}', "{a", "x=1")] == ['{\n  "a": 1\n}', "{a", "x=1"]


def test_long_names_can_be_broken() -> None:
    """On a narrow screen a scenario's name breaks where a reader would."""
    assert breakable("id_token/<b>") == "id_<wbr>token/<wbr>&lt;b&gt;"


def test_two_logins_that_are_alike_have_nothing_to_tell(login: Login) -> None:
    """Comparing a login with itself finds no difference."""
    from harness.record.events import Hop
    from harness.report import purposes
    from harness.report.differences import pairs

    words = purposes.of(login().of(Hop))

    assert list(narration.compared(pairs(login(), login()), words, words)) == []


def test_the_fold_of_a_damaged_recording_says_so(login: Login) -> None:
    """The page of half a recording says what is missing and shows the rest."""
    whole = login()
    half = Recording(whole.head, whole.events[:4], ("the last lines are missing",))

    page = timeline(half)
    assert "the last lines are missing" in page
    assert "stops before the end" in page
