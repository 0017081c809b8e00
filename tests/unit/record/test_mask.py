"""harness/record/mask.py and bodies.py: secrets never reach a recording, wherever they stand."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from harness.record.bodies import MOST_OF_A_PAGE
from harness.record.events import Hop, to_json
from harness.record.recording import Recording
from tests.unit.record.conftest import END, HEAD, taping

CODE, SECRET, PASSWORD = "c0de-with-plenty-of-entropy", "p~S/ec+ret_of the app", "correct horse battery staple"
FORM = (("content-type", "application/x-www-form-urlencoded"),)
JSON = (("content-type", "application/json"),)
"""Header fields of the two kinds of bodies."""


def whole(recording: Recording) -> str:
    """Everything that a recording writes."""
    return "\n".join(json.dumps(to_json(event), ensure_ascii=False) for event in recording.events)


def token(signature: str = "c2lnbmF0dXJl") -> str:
    """A compact token."""
    parts = ({"alg": "RS256"}, {"sub": "alice", "nonce": "n"})
    return (
        ".".join(base64.urlsafe_b64encode(json.dumps(it).encode()).decode().rstrip("=") for it in parts)
        + f".{signature}"
    )


@pytest.mark.parametrize(
    ("where", "arguments"),
    [
        ("query", {"url": f"https://app.pelanor.io/cb?code={CODE}&state=s"}),
        ("location", {"url": "https://x/", "told": (("location", f"https://app.pelanor.io/cb?state=s&code={CODE}"),)}),
        ("fragment", {"url": "https://x/", "told": (("location", f"https://app.pelanor.io/cb#code={CODE}"),)}),
        ("referer", {"url": "https://x/", "asked": (("referer", f"https://app.pelanor.io/cb?code={CODE}"),)}),
        ("form", {"url": "https://x/", "asked": FORM, "sent": f"grant_type=authorization_code&code={CODE}"}),
        ("page", {"url": "https://x/", "answer": f'<input type="hidden" name="code" value="{CODE}">'}),
        ("cookie", {"url": "https://x/", "asked": (("cookie", f"a=1; session={CODE}"),)}),
        ("set-cookie", {"url": "https://x/", "told": (("set-cookie", f"session={CODE}; Path=/; Secure"),)}),
        ("bearer", {"url": "https://x/", "asked": (("authorization", f"Bearer {CODE}"),)}),
        ("json", {"url": "https://x/", "told": JSON, "answer": json.dumps({"a": [{"access_token": CODE}]})}),
    ],
)
def test_a_secret_is_masked_wherever_it_stands(
    where: str, arguments: dict[str, Any], make: Callable[..., Any], record: Callable[..., Recording]
) -> None:
    """Query, fragment, headers, forms, pages and JSON are no place for a secret."""
    text = whole(record(make(**arguments)))

    assert CODE not in text, where
    assert "[masked:" in text


@pytest.mark.parametrize(
    "arguments",
    [
        {"url": f"https://x/?code={CODE}"},
        {"url": "https://x/", "told": (("location", f"https://x/#code={CODE}"),)},
        {"url": "https://x/", "asked": (("referer", f"https://x/?code={CODE}"),)},
        {"url": "https://x/", "told": (("set-cookie", f"session={CODE}; Path=/"),)},
        {"url": "https://x/", "asked": (("cookie", f"session={CODE}"),)},
    ],
)
def test_a_secret_found_once_is_masked_everywhere(
    arguments: dict[str, Any], make: Callable[..., Any], record: Callable[..., Recording]
) -> None:
    """A page or message that merely repeats a secret does not give it away."""
    text = whole(record(make(**arguments), make("https://x/", answer=f"<p>Your code was {CODE}.</p>")))

    assert CODE not in text


@pytest.mark.parametrize(
    ("password", "written"),
    [
        (PASSWORD, quote_plus(PASSWORD)),
        ("slash/and space", quote("slash/and space")),
        ("slash/and space", quote("slash/and space", safe="")),
        ("a & b < c d", "a &amp; b &lt; c d"),
        ('a "quoted" one', 'a \\"quoted\\" one'),
    ],
)
def test_a_secret_is_found_however_it_is_encoded(
    password: str, written: str, make: Callable[..., Any], record: Callable[..., Recording]
) -> None:
    """Form, address and page write the same secret differently."""
    typed = make("https://x/", "POST", asked=FORM, sent=f"password={quote_plus(password)}")

    _, page = record(typed, make("https://x/", answer=f"<p>{written}</p>")).of(Hop)
    assert written not in page.response_body


def test_equal_secrets_have_equal_marks(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """A reader sees that the code redeemed is the code issued."""
    recording = record(
        make(f"https://app.pelanor.io/cb?code={CODE}"), make("https://x/", "POST", asked=FORM, sent=f"code={CODE}")
    )

    issued, redeemed = recording.of(Hop)
    assert issued.url.rpartition("code=")[2] == redeemed.request_body.rpartition("code=")[2]


def test_credentials_are_masked_in_both_forms(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """A client secret sent as Basic credentials is found in a form too, however it is encoded there."""
    basic = base64.b64encode(f"client:{quote_plus(SECRET)}".encode()).decode()
    text = whole(
        record(
            make("https://x/", asked=(("authorization", f"Basic {basic}"),)),
            make("https://x/", answer=f"<p>{SECRET}</p><p>{quote_plus(SECRET)}</p>"),
        )
    )

    assert SECRET not in text
    assert quote_plus(SECRET) not in text
    assert basic not in text


def test_passwords_of_every_vendor_are_masked(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """Vendors call the field password, passwd or credentials.passcode."""
    sent = [f"{name}={PASSWORD.replace(' ', '+')}" for name in ("password", "passwd", "credentials.passcode")]

    text = whole(record(*(make("https://x/", "POST", asked=FORM, sent=it) for it in sent)))

    assert "horse" not in text


def test_a_login_name_in_a_cookie_is_no_secret_elsewhere(
    make: Callable[..., Any], record: Callable[..., Recording]
) -> None:
    """An issuer's cookie that remembers who signed in does not hide the e-mail claim."""
    asked, page = (("cookie", "ln=alice@globex.example"),), "<p>alice@globex.example</p>"

    (hop,) = record(make("https://x/", asked=asked, answer=page)).of(Hop)
    assert "alice" not in dict(hop.request_headers)["cookie"]
    assert hop.response_body == page


def test_a_short_secret_is_masked_where_it_is_named(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """A short one-time code is masked in its field, and the same digits elsewhere are left alone."""
    sent, page = make("https://x/", "POST", asked=FORM, sent="otc=123456"), make("https://x/", answer="<p>123456</p>")

    field, elsewhere = record(sent, page).of(Hop)
    assert "123456" not in field.request_body
    assert elsewhere.response_body == "<p>123456</p>"


def test_a_token_keeps_its_claims_and_loses_its_signature(
    make: Callable[..., Any], record: Callable[..., Recording]
) -> None:
    """Claims are what a reader came for; the signature is what makes a token usable."""
    (hop,) = record(make("https://x/", told=JSON, answer=json.dumps({"id_token": token()}))).of(Hop)

    assert token().rpartition(".")[0] in hop.response_body
    assert "c2lnbmF0dXJl" not in hop.response_body


def test_state_stays_readable(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """State and nonce tie hops together and open nothing: they are shown."""
    (hop,) = record(make(f"https://app.pelanor.io/cb?code={CODE}&state=a-long-and-visible-state")).of(Hop)

    assert hop.url.endswith("&state=a-long-and-visible-state")


def test_the_rest_of_an_address_keeps_its_encoding(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """Vendors differ in percent escapes; masking beside them changes none."""
    (hop,) = record(make(f"https://x/cb?error_description=A%3a+b%0d%0a&code={CODE}")).of(Hop)

    assert "error_description=A%3a+b%0d%0a&" in hop.url


def test_the_observation_is_masked(make: Callable[..., Any]) -> None:
    """Where the browser came to rest may be an address with a code in it."""
    from dataclasses import replace

    tape = taping(b"salt")
    tape.exchange(make(f"https://app.pelanor.io/cb?code={CODE}"))

    recording = tape.finish(HEAD, replace(END, url=f"https://x/?code={CODE}", observed=f"at {CODE}", reason=CODE))

    assert CODE not in whole(recording)


def test_masking_can_be_switched_off(make: Callable[..., Any]) -> None:
    """Somebody who asks for secrets in the clear gets them, and the recording says so."""
    tape = taping(None)
    tape.exchange(make(f"https://app.pelanor.io/cb?code={CODE}"))

    recording = tape.finish(HEAD, END)

    assert CODE in whole(recording)
    assert not recording.head.masked


def test_marks_tell_nothing_outside_of_the_run(make: Callable[..., Any]) -> None:
    """Another salt gives another mark: a mark cannot be looked up by guessing."""
    marks = set()
    for salt in (b"one", b"two"):
        tape = taping(salt)
        tape.exchange(make(f"https://app.pelanor.io/cb?code={CODE}"))
        marks.add(next(tape.finish(HEAD, END).of(Hop)).url)

    assert len(marks) == 2


def test_long_pages_are_cut_and_say_so(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """A recording stays small; what is missing is named."""
    (hop,) = record(make("https://x/", answer="<p>" + "x" * MOST_OF_A_PAGE)).of(Hop)

    assert len(hop.response_body) == MOST_OF_A_PAGE
    assert "cut after" in hop.response_note


def test_pictures_are_not_kept(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """Of a body that is no text, kind and size are enough."""
    (hop,) = record(make("https://x/", told=(("content-type", "image/png"),), answer=b"\x89PNG....")).of(Hop)

    assert (hop.response_body, hop.response_note) == ("", "image/png, 8 bytes, not kept")
