"""What a copied text means, however it was copied."""

from __future__ import annotations

import html
import re
from urllib.parse import quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness import catalogue
from harness.diagnosis.diagnose import diagnose, unknown_codes
from harness.diagnosis.entries import every, stories
from harness.diagnosis.entry import Entry
from harness.diagnosis.wording import words

WORDED = [entry for entry in every() if entry.place and any(words(shown) for shown in entry.shows)]
CODED = [entry for entry in WORDED if entry.codes and entry.codes[0].startswith(("AADSTS", "E0"))]
PLACES = re.compile(r"\{\w+\}")


def _with_ids(template: str) -> str:
    """A vendor's wording as a customer has it: with ids of theirs in its places."""
    ids = iter(
        [
            "2c7d1a5e-9f30-4b1b-8a53-0a6c7e1f9b42",
            "https://app.contoso.test/cb",
            "pat@contoso.test",
            "0oa9zq8w7e6r5t4y3u2i",
        ]
        * 10
    )
    return PLACES.sub(lambda _: next(ids), template)


def _pasted(entry: Entry) -> str:
    code = f"{entry.codes[0]}: " if entry in CODED else ""
    return code + _with_ids(entry.shows[0])


def _same(entry: Entry, text: str, vendor: str) -> bool:
    """Whether a diagnosis of a text names an entry, or one that nothing in the text tells from it."""
    found = [it.entry for it in diagnose(text, vendor=vendor)]
    first = found[0] if found else None
    twin = first is not None and (set(first.codes) & set(entry.codes) or set(first.shows) & set(entry.shows))
    return entry in found or bool(twin)


@pytest.mark.parametrize("entry", WORDED, ids=[f"{entry.id}-{entry.place}" for entry in WORDED])
def test_every_error_is_found_by_its_own_text(entry: Entry) -> None:
    """An error of any error book, with the ids of somebody else, is known for certain."""
    assert _same(entry, _pasted(entry), entry.vendor)
    assert diagnose(_pasted(entry), vendor=entry.vendor)[0].sure != "guess"


@pytest.mark.parametrize("entry", CODED, ids=[f"{entry.id}-{entry.place}" for entry in CODED])
def test_every_code_is_enough(entry: Entry) -> None:
    """A code alone, without its text, names the error."""
    found = diagnose(entry.codes[0])

    assert set(found[0].entry.codes) & set(entry.codes)
    assert found[0].sure == "certain"


LONG = [entry for entry in WORDED if len(PLACES.sub("", entry.shows[0]).split()) >= 12]
"""Wordings of which a part is still telling."""


@settings(max_examples=60, deadline=None)
@given(entry=st.sampled_from(LONG), begin=st.floats(0, 0.5), keep=st.floats(0.5, 1))
def test_a_fragment_is_found(entry: Entry, begin: float, keep: float) -> None:
    """Half of a text, cut anywhere, leads to an error that says these very words."""
    text = _with_ids(entry.shows[0])
    start = int(len(text) * begin)
    cut = text[start : start + max(40, int(len(text) * keep))]
    first = diagnose(cut, vendor=entry.vendor)[0]

    asked, said = set(words(cut)), set(words(" ".join(first.entry.shows)))
    assert len(asked & said) >= len(asked) * 0.5 or first.sure == "guess"


@settings(max_examples=40, deadline=None)
@given(entry=st.sampled_from(CODED), wrap=st.integers(20, 90))
def test_broken_lines_and_encodings_do_not_matter(entry: Entry, wrap: int) -> None:
    """Text out of a mail, a page's source or an address bar is the same text."""
    text = _pasted(entry)
    for shown in (
        "\n".join(text[at : at + wrap] for at in range(0, len(text), wrap)) if wrap > len(entry.codes[0]) else text,
        html.escape(text),
        html.escape(html.escape(text)),
        quote_plus(text),
        f"> {text}\r\nTrace ID: 1b2c\r\nCorrelation ID: 3d4e\r\nTimestamp: 2026-11-25 02:00:00Z",
        f"<div id='x'><b>{html.escape(text)}</b></div>",
    ):
        assert set(diagnose(shown)[0].entry.codes) & set(entry.codes)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_an_answer_or_none(text: str) -> None:
    """No text breaks the diagnosis."""
    found = diagnose(text)

    assert all(it.entry.who for it in found)
    assert found or not re.search(r"[a-zA-Z0-9]", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aadsts 5O105", "entra/person_not_assigned"),
        ("AADSTS-50105", "entra/person_not_assigned"),
        ('{"error":"invalid_client","error_codes":[7000222],"trace_id":"x"}', "entra/secret_expired"),
        ("Fehlercode: 50105", "entra/person_not_assigned"),
        ("AADSTS50105: Ihr Administrator hat die Anwendung so konfiguriert, dass …", "entra/person_not_assigned"),
        ("okta user not asigned to the client aplication", "okta/person_not_assigned"),
        ("error=access_denied&error_subcode=cancel&state=x", "entra/cancelled"),
        ("id_token.nonce", "check/id_token.nonce"),
        (
            "AADSTS900144: The request body must contain the following parameter: 'client_id'.",
            "entra/client_id_missing",
        ),
        ("Browser requests to the token endpoint must use Proof Key", "okta/browser_without_pkce"),
    ],
)
def test_texts_as_people_type_them(text: str, expected: str) -> None:
    """Typing errors, other languages and log lines lead to the same error."""
    assert diagnose(text)[0].entry.id == expected


def test_a_log_is_read_to_its_end() -> None:
    """The error at the end of a long log counts."""
    log = "2026-11-25 INFO all is well\n" * 5000 + "ERROR AADSTS50105: Your administrator\n"

    assert diagnose(log)[0].entry.id == "entra/person_not_assigned"


def test_an_unknown_text_is_a_guess() -> None:
    """What nobody wrote down gets the nearest, and is said to be a guess."""
    found = diagnose("the flux capacitor of the login is misaligned")

    assert found
    assert all(it.sure == "guess" for it in found)


def test_an_unknown_code_is_said_to_be_one() -> None:
    """A number that is in no book is named, and not passed off as another."""
    assert unknown_codes("AADSTS99999999: something new") == ["AADSTS99999999"]
    assert diagnose("AADSTS99999999")[0].sure == "guess"
    assert not unknown_codes("AADSTS50105: known")


def test_scenarios_and_stories_exist() -> None:
    """What a diagnosis names can be run and read."""
    named = {entry.scenario for entry in every() if entry.scenario} | {it["scenario"] for it in stories().values()}

    assert not named - set(catalogue.scenarios())
    assert not {entry.story for entry in every() if entry.story} - set(stories())


def test_every_story_is_reached() -> None:
    """Each customer story is named by at least one diagnosis."""
    assert not set(stories()) - {entry.story for entry in every()}


def test_everything_has_a_source_and_a_way_out() -> None:
    """Each diagnosis says what to do and where it is known from."""
    assert [entry.id for entry in every() if not (entry.do and entry.means and entry.source)] == []
