"""harness/report/story.py, purposes.py, hops.py and differences.py: what a recording tells."""

from __future__ import annotations

import json

from harness.record.events import Cookie, End, Hop, Said, Token
from harness.record.recording import Recording
from harness.report.story import Note, Story, tell
from tests.unit.report.conftest import APP, CLAIMS, HEAD, IDP, JSON, Login, compact, hop


def broken(story: Story) -> list[str]:
    """The titles of the hops that are open at first sight."""
    return [row.title for row in story.rows if row.broke]


def test_hops_are_called_by_what_they_are_for(login: Login) -> None:
    """A reader sees the field's words, not paths."""
    titles = [row.title for row in tell(login()).rows]

    assert titles == [
        "Page of the app", "File", "Start of the login", "Discovery document", "Authorization request",
        "Authorization response", "Token request", "Key set (JWKS)", "Page of the app", "Who is signed in",
    ]  # fmt: skip


def test_hops_run_between_lanes(login: Login) -> None:
    """The browser's and the back channel's hops are told apart by who sends and who receives."""
    lanes = {row.title: (row.sender, row.receiver) for row in tell(login()).rows}

    assert lanes["Authorization request"] == ("browser", "issuer")
    assert lanes["Authorization response"] == ("browser", "app")
    assert lanes["Token request"] == ("app", "issuer")


def test_an_issuer_that_calls_the_app_is_the_sender() -> None:
    """Back-channel logout runs from the issuer to the app."""
    called = hop(1, f"{APP}/logout", method="POST", via="back channel", request_body="logout_token=x")

    (row,) = tell(Recording(HEAD, (called,))).rows
    assert (row.title, row.sender, row.receiver) == ("Back-channel logout", "issuer", "app")


def test_a_healthy_login_has_no_broken_hop(login: Login) -> None:
    """Nothing is open where nothing is wrong."""
    assert broken(tell(login())) == []


def test_the_hop_that_was_refused_is_open(login: Login) -> None:
    """A refusal belongs to the app's hop during which it was logged."""
    story = tell(login(refused="id_token.nonce", status=400))

    assert broken(story) == ["Authorization response"]
    assert story.culprits[0].marks[0] == "refused: id_token.nonce"


def test_what_caused_the_refusal_is_open_too(login: Login) -> None:
    """The token that does not hold stands in another hop than the refusal; both are shown."""
    story = tell(login(claims=CLAIMS | {"aud": "another"}, refused="id_token.aud", status=400))

    assert broken(story) == ["Authorization response", "Token request"]


def test_a_server_error_is_open(login: Login) -> None:
    """Without a refusal the first hop that went wrong is shown."""
    assert broken(tell(login(status=500))) == ["Authorization response"]


def test_a_red_login_without_any_trouble_shows_where_it_stopped(login: Login) -> None:
    """When all hops look well, the last thing the browser did is where to begin."""
    story = tell(login(end=End(1.5, "nobody is signed in", passed=False)))

    assert [row.address for row in story.culprits] == ["app.pelanor.io/workspace"]


def test_a_refused_cookie_says_why(login: Login, lost_cookie: Cookie) -> None:
    """The browser's reason stands beside the cookie, in plain words, and its hop is open."""
    story = tell(login(more=(lost_cookie,)))

    (line,) = story.culprits[0].cookies
    assert line.refused == "SameSite=None without Secure"
    assert broken(story) == ["Authorization response"]


def test_a_refused_cookie_is_told_once(login: Login, lost_cookie: Cookie) -> None:
    """What stands in its hop is no line of its own as well."""
    story = tell(login(more=(lost_cookie,)))

    assert not [item for item in story.items if isinstance(item, Note) and isinstance(item.event, Cookie)]


def test_a_cookie_of_no_hop_is_still_told(login: Login) -> None:
    """A refusal that fits no hop is not lost."""
    stray = Cookie(0.2, "set", "x", "https://elsewhere.example/", ("InvalidDomain",))

    story = tell(login(more=(stray,)))
    assert [item.event for item in story.items if isinstance(item, Note) and isinstance(item.event, Cookie)] == [stray]


def test_the_browsers_words_stand_where_they_were_said(login: Login, policy: Said) -> None:
    """A policy violation is told between the hops around it."""
    items = tell(login(more=(policy,))).items

    place = next(i for i, item in enumerate(items) if isinstance(item, Note) and item.event == policy)
    before = items[place - 1]
    assert not isinstance(before, Note)
    assert before.title == "Authorization response"


def test_parameters_are_explained(login: Login) -> None:
    """Each parameter of the authorization request comes with its meaning and the section that says so."""
    (row,) = [row for row in tell(login()).rows if row.key == "authorize"]

    state = next(it for it in row.parameters if it.name == "state")
    assert state.value == "s-1"
    assert "browser" in state.says
    assert state.source.startswith("https://www.rfc-editor.org/")


def test_what_differs_from_the_healthy_twin_is_found(login: Login) -> None:
    """One changed claim, the answer it led to and the cookie that did not come; nothing else."""
    twin = login()
    story = tell(login(claims=CLAIMS | {"aud": "another"}, status=400, cookies=""), twin)

    found = {(row.key, it.what, it.name) for row in story.rows for it in row.differences}
    assert found == {
        ("callback", "status", "status"),
        ("callback", "cookie", "set __Host-session"),
        ("token", "id_token claim", "aud"),
        ("token", "id_token check", "aud"),
    }


def test_of_two_lists_only_what_each_has_alone_is_told() -> None:
    """In a long list of scopes the one that is missing is named; another order is no difference."""

    def discovery(scopes: list[str], modes: list[str]) -> Recording:
        body = json.dumps({"scopes_supported": scopes, "response_modes_supported": modes})
        url = f"{IDP}/.well-known/openid-configuration"
        return Recording(HEAD, (hop(1, url, via="back channel", response_headers=JSON, response_body=body),))

    (row,) = tell(discovery(["a", "b", "c"], ["x", "y"]), discovery(["c", "a"], ["y", "x"])).rows
    assert [(it.name, it.here, it.there) for it in row.differences] == [
        ("answer scopes_supported", 'only here: "b"', "nothing more")
    ]


def test_values_that_are_always_new_do_not_differ(login: Login) -> None:
    """Times, identifiers and masks are new in every login; their change says nothing."""
    twin = login(claims=CLAIMS | {"iat": 900, "exp": 4_500, "jti": "ID.2", "auth_time": 900, "at_hash": "y"})

    assert [row.differences for row in tell(login(), twin).rows if row.differences] == []


def test_a_signature_that_no_longer_holds_differs(login: Login) -> None:
    """Two tokens with equal claims differ if only one of them is rightly signed."""
    story = tell(login(signature="invalid"), login())

    (found,) = [it for row in story.rows for it in row.differences]
    assert (found.what, found.name, found.here, found.there) == (
        "id_token check",
        "signature",
        "does not hold",
        "holds",
    )


def test_hops_that_never_came_are_named(login: Login) -> None:
    """Where a login stopped early, a reader sees what the healthy one went on to do."""
    from dataclasses import replace

    whole = login()
    short = replace(
        whole, events=tuple(it for it in whole.events if not (isinstance(it, Hop) and it.number in (8, 10)))
    )

    assert tell(short, whole).missing == ("Key set (JWKS)", "Page of the app")


def test_a_recording_without_an_end_is_told(login: Login) -> None:
    """Half a recording shows its last hop as the place to look."""
    from dataclasses import replace

    whole = login()
    half = replace(whole, events=tuple(it for it in whole.events if isinstance(it, Hop) and it.number < 6))

    assert [row.address for row in tell(half).culprits] == [f"{IDP.removeprefix('https://')}/authorize"]


def test_a_malformed_address_breaks_nothing() -> None:
    """Whatever a hostile issuer sends is shown, not fallen over."""
    hostile = hop(1, "https://[::1/?state=x", status=302, response_headers=(("location", "https://[bad/?code=1"),))

    (row,) = tell(Recording(HEAD, (hostile,))).rows
    assert row.hop is hostile


def test_a_lie_that_was_let_through_is_open(login: Login) -> None:
    """Nobody refused a token that does not hold: it is shown, and the app's hop that accepted it."""
    story = tell(login(claims=CLAIMS | {"aud": "another"}, end=End(1.5, "alice is signed in", passed=False)), login())

    assert story.blame is not None
    assert story.blame.title == "What was let through"
    assert broken(story) == ["Authorization response", "Token request"]
    assert [row.title for row in story.rows if row.hop.number in story.blame.passed_on] == ["Authorization response"]


def test_a_login_that_rightly_ends_at_the_issuer_shows_where(login: Login) -> None:
    """A green end with nobody signed in has no culprit, but a last page that is worth a look."""
    story = tell(login(end=End(1.5, "nobody is signed in", passed=True)))

    assert story.blame is not None
    assert (story.blame.title, story.blame.tone) == ("Where it ended", "calm")


def test_an_error_of_the_issuer_is_shown_beside_the_last_page(login: Login) -> None:
    """An app's own last page seldom says why nobody was let in; what the issuer had answered does."""
    told = (
        hop(1, f"{APP}/callback?error=invalid_request&error_description=No+state&state=s-1", status=302),
        hop(2, f"{APP}/sign-in?error=Callback"),
    )

    story = tell(Recording(HEAD, (*told, End(1.5, "nobody is signed in", passed=False))))

    assert broken(story) == ["Authorization response", "Page of the app"]


def test_an_access_token_is_not_held_against_anybody(login: Login) -> None:
    """Only its resource can verify an access token: one that an onlooker cannot verify breaks nothing."""
    token = compact({"aud": "another resource"})
    answer = json.dumps({"access_token": token})
    told = hop(1, f"{IDP}/token", via="back channel", response_headers=JSON, response_body=answer)

    (row,) = tell(Recording(HEAD, (told, Token(0.2, token, "invalid")))).rows
    assert row.tokens[0].broken == []


def test_a_cookie_that_is_sent_shows_the_flags_it_was_set_with() -> None:
    """The Cookie header holds names and values only; what the browser was told of them stands in an earlier answer."""
    setting = hop(1, f"{APP}/", response_headers=(("set-cookie", "login=1; Secure; SameSite=Lax"),))
    sending = hop(2, f"{APP}/next", request_headers=(("cookie", "login=1"),))

    _, row = tell(Recording(HEAD, (setting, sending))).rows
    assert [(it.direction, it.flags) for it in row.cookies] == [("sent", "Secure; SameSite=Lax")]


def test_a_cookie_taken_back_is_told_as_cleared() -> None:
    """Max-Age=0 is how a server removes a cookie."""
    clearing = hop(1, f"{APP}/", response_headers=(("set-cookie", "login=; Max-Age=0"),))

    (row,) = tell(Recording(HEAD, (clearing,))).rows
    assert [it.direction for it in row.cookies] == ["cleared"]


def test_a_closed_hop_says_what_an_engineer_looks_for(login: Login) -> None:
    """Errors, scopes, which tokens came, where it went on to: without opening anything."""
    gists = {row.key: row.gist for row in tell(login()).rows}

    assert gists["authorize"] == ("state, nonce",)
    assert gists["start"] == ("on to globex.okta.com/authorize",)
    assert "sets __Host-session" in gists["callback"]
    assert gists["token"] == ("grant_type authorization_code", "id_token, access_token")


def test_a_page_is_told_by_what_a_person_reads_first(login: Login) -> None:
    """Heading and alert of a page stand in its closed hop: an issuer's dead end is understood at first sight."""
    body = '<title>Org</title><h1>Sign in</h1><input role="alert"><div role="alert"><div></div>Not assigned.</div><p>x'
    page = hop(1, f"{IDP}/signin", response_body=body)

    (row,) = tell(Recording(HEAD, (page,))).rows
    assert row.gist == ("“Sign in”", "“Not assigned.”")
