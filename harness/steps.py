"""What people do in more than one scenario, so that one healthy twin serves them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harness.lures import signs_in_to_return_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from harness.actor import Actor


def receives_a_logout_token(alice: Actor) -> None:
    """Sign in in peace, then have the issuer say to the app that the session has ended; a lie is answered 400."""
    with alice.meeting_no_lies():
        alice.signs_in()
    status = alice.administrator.announces_logout()
    alice.must(status == (400 if alice.is_lied_to else 200), f"the app answered {status} to the logout token")
    alice.opens("/workspace")


def comes_back_to_renew(alice: Actor) -> None:
    """Sign in in peace, and come back after two hours, when the session has to be renewed by its refresh token."""
    with alice.meeting_no_lies():
        alice.gets_refresh_tokens()
        alice.signs_in()
    alice.waits(2 * 3600)
    alice.opens("/workspace")


def signs_in_at_an_app_in_a_hurry(alice: Actor) -> None:
    """Sign in at an app that waits only briefly for its issuer, where that can be set."""
    alice.meets_an_app_in_a_hurry()
    alice.signs_in()


def signs_in_once(alice: Actor) -> None:
    """Sign in; the app must not start a second login by itself."""
    alice.signs_in()
    alice.must(len(alice.received("authorize")) <= alice.hops, "the app started over by itself after an error")


def signs_in_with_a_code(alice: Actor, factor: str) -> None:
    """Sign in as somebody whom the IdP asks for a code of `factor`, in the vendor's word, and take a minute and a half over it."""
    alice.administrator.changes("alice", mfa=(factor,))
    alice.begins()
    alice.identifies()
    alice.gives_password()
    alice.dawdles(90)
    alice.gives_code()


def is_sent_on_to(address: str) -> Callable[[Actor], None]:
    """Sign in by a link that wants the login to end at `address`, which no app may follow off its own site or run."""

    def by_the_link(alice: Actor) -> None:
        signs_in_to_return_to(alice, address)
        alice.must(not alice.world.evil.visits, "the login ended on a stranger's site")
        alice.must(not alice.script_ran(), "the return address ran as a script")

    return by_the_link


def arrives_together_with(alice: Actor, other: Actor) -> None:
    """Have both sign in as far as their callbacks, and bring the app both answers before the issuer redeems either."""
    answers = [(person, person.signs_in_up_to_the_callback()) for person in (alice, other)]
    if any(answer.form for _, answer in answers):
        for person, answer in answers:
            person.delivers(answer)
    else:
        alice.goes_at_once(*((person, answer.url) for person, answer in answers))


def is_answered_by_a_form(alice: Actor) -> None:
    """Sign in where the issuer's answer comes as a posted form."""
    alice.support.changes_connection(response_mode="form_post")
    alice.signs_in()
