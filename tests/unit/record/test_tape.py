"""harness/record/tape.py and logins.py: what is taken, in which order, and which login it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from harness.record.events import Cookie, End, Hop, Refusal, Said, Step
from harness.record.recording import Recording
from harness.record.tape import Facts, Tape
from tests.unit.record.conftest import END, HEAD

AUTHORIZE = "https://globex.okta.com/authorize?response_type=code&client_id=c&state="
CALLBACK = "https://app.pelanor.io/api/auth/callback/okta-globex-42?code=abcdefghij&state="


def test_hops_stand_in_the_order_in_which_they_began(
    make: Callable[..., Any], record: Callable[..., Recording]
) -> None:
    """A back-channel call ends before the request that made it, and is still told after it."""
    inner = make("https://globex.okta.com/token", "POST", at=2.1, via="back channel")
    outer = make("https://app.pelanor.io/cb", at=2.0, took=0.5)

    assert [hop.url for hop in record(inner, outer).of(Hop)] == [outer.url, inner.url]


def test_times_count_from_the_first_event(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """A reader sees seconds since the beginning; the head knows when that was."""
    recording = record(make("https://x/", at=7.0), make("https://x/", at=9.5))

    assert [hop.at for hop in recording.of(Hop)] == [0.0, 2.5]
    assert recording.head.at == 1007.0


def test_who_answered_is_recorded(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """App, issuer and nobody are told apart by host."""
    urls = ("https://app.pelanor.io/", "https://globex.okta.com/", "metadata.example:443")

    assert [hop.role for hop in record(*map(make, urls)).of(Hop)] == ["app", "issuer", "nobody"]


def test_the_fault_in_force_is_recorded(make: Callable[..., Any], tape: Tape) -> None:
    """Each answer of an issuer says which lie it may hold."""
    tape.facts = Facts(role=lambda _: "issuer", fault=lambda host: "wrong_key" if "okta" in host else "")
    tape.exchange(make("https://globex.okta.com/keys"))

    assert [hop.fault for hop in tape.finish(HEAD, END).of(Hop)] == ["wrong_key"]


def test_a_turned_clock_is_recorded(make: Callable[..., Any], tape: Tape) -> None:
    """Whether a token has expired depends on the rehearsal's clock, not on the machine's."""
    tape.facts = Facts(clock=lambda: 3600.0)
    tape.exchange(make("https://x/", at=5.0, took=1.0))

    assert next(tape.finish(HEAD, END).of(Hop)).clock == 1006.0 + 3600.0


def test_two_logins_are_told_apart_by_state(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """Two tabs that overlap are two logins."""
    urls = (AUTHORIZE + "one", AUTHORIZE + "two", CALLBACK + "one", CALLBACK + "two")

    assert [hop.login for hop in record(*map(make, urls)).of(Hop)] == [1, 2, 1, 2]


def test_the_back_channel_belongs_to_the_login_it_serves(
    make: Callable[..., Any], record: Callable[..., Recording]
) -> None:
    """A token request names no state; it belongs to the callback during which it happens."""
    hops = record(
        make(AUTHORIZE + "one", at=1),
        make(CALLBACK + "one", at=3, took=1),
        make(AUTHORIZE + "two", at=3.2),
        make("https://globex.okta.com/token", "POST", at=3.5, via="back channel"),
    )

    assert [hop.login for hop in hops.of(Hop)] == [1, 1, 2, 1]


def test_what_leads_to_a_login_belongs_to_it(make: Callable[..., Any], record: Callable[..., Recording]) -> None:
    """The app's own pages before the redirect are part of the login."""
    start = make("https://app.pelanor.io/go", "POST", status=303, told=(("location", AUTHORIZE + "one"),), at=9)

    assert [hop.login for hop in record(make("https://app.pelanor.io/"), start).of(Hop)] == [1, 1]


def test_a_page_at_the_issuer_belongs_by_its_referer(
    make: Callable[..., Any], record: Callable[..., Recording]
) -> None:
    """Sign-in pages carry no state of their own; where they were opened from does."""
    page = make("https://globex.okta.com/password", "POST", asked=(("referer", AUTHORIZE + "one"),), at=9)

    hops = record(make(AUTHORIZE + "one"), make(AUTHORIZE + "two"), page).of(Hop)
    assert [hop.login for hop in hops] == [1, 2, 1]


def test_a_refusal_in_the_log_is_a_refusal(tape: Tape) -> None:
    """The app's one line for a refusal becomes an event with check and reference."""
    line = 'refused check=id_token.aud reference=AB12 organisation="globex" idp="okta" error="" detail="not ours"'
    tape.said("harness.reference_rp", "warning", line)

    (refusal,) = tape.finish(HEAD, END).of(Refusal)
    assert (refusal.check, refusal.reference, refusal.detail) == ("id_token.aud", "AB12", "not ours")


def test_other_words_are_kept_as_said(tape: Tape) -> None:
    """Console and logs are told with where they came from."""
    tape.said("console", "error", "Refused to load the script")

    (said,) = tape.finish(HEAD, END).of(Said)
    assert (said.source, said.text) == ("console", "Refused to load the script")


def test_a_cookie_refused_twice_over_is_told_once(tape: Tape) -> None:
    """Chromium reports one refusal in several ways."""
    for _ in range(2):
        tape.cookie("set", "login", "https://app.pelanor.io/", ("SameSiteNoneInsecure",))

    assert len(list(tape.finish(HEAD, END).of(Cookie))) == 1


def test_a_new_case_starts_empty(make: Callable[..., Any], tape: Tape) -> None:
    """What the case before left behind is not in the next recording."""
    tape.exchange(make("https://x/"))
    tape.step(1.0, Step(0.0, 0.1, 0, "alice", "opens"))
    tape.start()

    recording = tape.finish(HEAD, END)
    assert [type(event) for event in recording.events] == [End]


def test_a_request_that_hung_since_the_case_before_is_none_of_this_one(make: Callable[..., Any], tape: Tape) -> None:
    """An issuer that kept silent is left when the next case begins; what ends then began earlier."""
    tape.now = lambda: 9.0
    tape.start()
    tape.exchange(make("https://globex.okta.com/token", "POST", at=2.0, took=7.5))
    tape.exchange(make("https://globex.okta.com/keys", at=9.5))

    assert [hop.url for hop in tape.finish(HEAD, END).of(Hop)] == ["https://globex.okta.com/keys"]
