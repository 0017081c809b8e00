"""harness/record/steps.py: an actor's verbs become steps."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from harness.record.events import Step
from harness.record.steps import Narrator
from harness.record.tape import Tape
from tests.unit.record.conftest import END, HEAD


@dataclass
class Somebody:
    """An actor as far as steps are concerned."""

    person: str = "alice"

    def signs_in(self) -> None:
        """A verb made of another one."""
        self.gives_password("correct horse")

    def gives_password(self, password: str) -> None:
        """A verb with a secret."""

    def opens(self, path: str) -> str:
        """A verb with a word and a result."""
        return path

    def another_browser(self, person: str) -> Somebody:
        """A verb that brings somebody else."""
        return Somebody(person)

    def observes(self) -> None:
        """The last look."""
        self.opens("/api/me")

    def fails(self) -> None:
        """A verb that does not get through."""
        raise LookupError("no button")

    def at_issuer(self) -> bool:
        """No verb: it only looks."""
        return True


@pytest.fixture
def alice(tape: Tape) -> Somebody:
    """Somebody who is followed."""
    actor = Somebody()
    Narrator(tape).follow(actor)
    return actor


def steps(tape: Tape) -> list[tuple[int, str, str, str]]:
    """Depth, person, verb and words of every step."""
    return [(it.depth, it.person, it.verb, it.words) for it in tape.finish(HEAD, END).of(Step)]


def test_a_verb_is_told_with_its_words(alice: Somebody, tape: Tape) -> None:
    """What was opened is part of the story; the verb still returns what it returns."""
    assert alice.opens("/reports/7") == "/reports/7"

    assert steps(tape) == [(0, "alice", "opens", "/reports/7")]


def test_inner_verbs_are_told_below_and_after_the_outer(alice: Somebody, tape: Tape) -> None:
    """A sign-in is told with its parts, in the order of their beginnings; a password is never told."""
    alice.signs_in()

    assert steps(tape) == [(0, "alice", "signs_in", ""), (1, "alice", "gives_password", "")]


def test_somebody_who_joins_is_followed(alice: Somebody, tape: Tape) -> None:
    """A second browser's steps are told too, under its person's name."""
    alice.another_browser("bob").opens("/")

    assert steps(tape) == [(0, "alice", "another_browser", "as bob"), (0, "bob", "opens", "/")]


def test_a_password_is_left_out_of_any_verb(tape: Tape) -> None:
    """Whatever a verb is called: an argument of that name is a secret."""

    class Hesitant(Somebody):
        def tries(self, person: str, password: str) -> None:
            """A verb with a person and a secret."""

    actor = Hesitant()
    Narrator(tape).follow(actor)
    actor.tries("bob", password="correct horse")

    assert steps(tape) == [(0, "alice", "tries", "as bob")]


def test_what_the_last_look_does_is_no_step(alice: Somebody, tape: Tape) -> None:
    """The harness's own look is one step, whatever it is made of."""
    alice.observes()

    assert steps(tape) == [(0, "alice", "observes", "")]


def test_each_step_is_followed_by_a_look(tape: Tape) -> None:
    """Whoever takes pictures is told of inner steps too, and how deep they are."""
    seen: list[tuple[str, int]] = []
    actor = Somebody()
    Narrator(tape, after=lambda _, verb, depth: seen.append((verb, depth))).follow(actor)

    actor.signs_in()

    assert seen == [("gives_password", 1), ("signs_in", 0)]


def test_a_verb_that_fails_is_told_and_still_fails(alice: Somebody, tape: Tape) -> None:
    """Recording neither hides a failure nor loses its step."""
    with pytest.raises(LookupError):
        alice.fails()

    assert steps(tape) == [(0, "alice", "fails", "")]


def test_looking_is_no_step(alice: Somebody, tape: Tape) -> None:
    """Questions that change nothing are not told."""
    alice.at_issuer()

    assert steps(tape) == []


def test_others_of_its_class_are_left_alone(alice: Somebody, tape: Tape) -> None:
    """Following one actor changes no other."""
    Somebody("bob").opens("/")

    assert steps(tape) == []


def test_a_verb_that_is_inherited_is_told(tape: Tape) -> None:
    """An actor's verbs are spread over several classes; whose they are makes no difference."""

    class Colleague(Somebody):
        """Knows nothing of their own."""

    colleague = Colleague()
    Narrator(tape).follow(colleague)

    colleague.opens("/")

    assert [step.verb for step in tape.finish(HEAD, END).of(Step)][-1] == "opens"
