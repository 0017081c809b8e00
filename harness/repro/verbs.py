"""What a person does in a repro file: one word each, some with something behind a colon ("waits: 700")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness import people

if TYPE_CHECKING:
    from harness.actor import Actor
    from harness.interception import Callback


@dataclass(slots=True)
class Stage:
    """Who acts, and what was kept back on the way."""

    actor: Actor
    person: str
    held: list[Callback] = field(default_factory=list)

    def callback(self) -> Callback:
        """The authorization response that was kept back last.

        Raises:
            LookupError: None was; the step "signs_in_up_to_the_callback" comes first.
        """
        if not self.held:
            raise LookupError('no answer was kept back; let "signs_in_up_to_the_callback" come before')
        return self.held[-1]


def _signs_in(stage: Stage, path: str) -> None:
    stage.actor.signs_in(path=path or None, person=stage.person)


def _begins(stage: Stage, organisation: str) -> None:
    stage.actor.begins(organisation or None)


def _at_the_idp(stage: Stage, person: str) -> None:
    stage.actor.signs_in_at_the_idp(person or stage.person)


def _wrong_password(stage: Stage, _: str) -> None:
    stage.actor.signs_in_at_the_idp(stage.person, password="not the password")


def _nobody(stage: Stage, _: str) -> None:
    stage.actor.signs_in_at_the_idp("nobody")


def _stranger(stage: Stage, _: str) -> None:
    """Sign in with the account of another customer of the same IdP."""
    other = next(
        it for it in people.ORGANISATIONS if it.idp == stage.actor.customer.idp and it.name != stage.actor.customer.name
    )
    stage.actor.employed_by(other).signs_in_at_the_idp("alice")


def _up_to_the_callback(stage: Stage, _: str) -> None:
    stage.held.append(stage.actor.signs_in_up_to_the_callback(stage.person))


def _delivers(stage: Stage, _: str) -> None:
    stage.actor.opens(stage.callback().with_parameters())


def _delivers_without(stage: Stage, name: str) -> None:
    stage.actor.opens(stage.callback().with_parameters(**{name or "state": None}))


def _delivers_without_state(stage: Stage, _: str) -> None:
    _delivers_without(stage, "state")


def _delivers_with_a_repeated_state(stage: Stage, _: str) -> None:
    address = stage.callback().with_parameters()
    stage.actor.opens(f"{address}&state=once-more")


def _delivers_in_another_browser(stage: Stage, _: str) -> None:
    other = stage.actor.another_browser()
    other.opens(stage.callback().with_parameters())
    stage.actor.takes_over(other)


def _delivers_at_another_organisation(stage: Stage, _: str) -> None:
    stage.actor.opens(stage.callback().to(stage.actor.another_customer().redirect_uri))


def _delivers_at_another_region(stage: Stage, _: str) -> None:
    customer = stage.actor.customer
    others = [it for it in people.ORGANISATIONS if it.idp == customer.idp and it.region != customer.region]
    stage.actor.opens(stage.callback().to(others[0].redirect_uri))


def _spends_the_code(stage: Stage, _: str) -> None:
    """Have the code be used already, as a first run of the callback would have."""
    code = stage.callback().parameters.get("code", "")
    if code in stage.actor.issuer.grants.codes:
        stage.actor.issuer.grants.codes[code].used = True


def _rotates_between(stage: Stage, _: str) -> None:
    stage.actor.signs_in(person=stage.person)
    stage.actor.administrator.rotates_keys()
    stage.actor.drops_cookies()
    stage.actor.signs_in(person=stage.person)


def _is_refused(stage: Stage, check: str) -> None:
    """See that the app refuses now, where more is to come."""
    if stage.actor.is_lied_to:
        seen = stage.actor.observes().check
        stage.actor.must(seen == check, f'"{check}" was to refuse; "{seen or "nothing"}" did')


def _two_tabs(stage: Stage, _: str) -> None:
    second = stage.actor.another_tab()
    stage.actor.begins()
    second.begins()
    stage.actor.signs_in_at_the_idp(stage.person)
    second.signs_in_at_the_idp(stage.person)
    stage.actor.takes_over(second)


VERBS: dict[str, Callable[[Stage, str], None]] = {
    "signs_in": _signs_in,
    "begins": _begins,
    "signs_in_at_the_idp": _at_the_idp,
    "gives_a_wrong_password": _wrong_password,
    "signs_in_as_nobody": _nobody,
    "signs_in_as_a_stranger": _stranger,
    "cancels": lambda stage, _: stage.actor.cancels(),
    "signs_in_up_to_the_callback": _up_to_the_callback,
    "delivers_the_callback": _delivers,
    "delivers_without": _delivers_without,
    "delivers_without_state": _delivers_without_state,
    "delivers_with_a_repeated_state": _delivers_with_a_repeated_state,
    "delivers_in_another_browser": _delivers_in_another_browser,
    "delivers_at_another_organisation": _delivers_at_another_organisation,
    "delivers_at_another_region": _delivers_at_another_region,
    "spends_the_code": _spends_the_code,
    "signs_in_in_two_tabs": _two_tabs,
    "rotates_keys_between_two_logins": _rotates_between,
    "opens_the_callback": lambda stage, _: stage.actor.opens(stage.actor.customer.redirect_uri),
    "is_refused": _is_refused,
    "issuer_recovers": lambda stage, _: stage.actor.issuer_recovers(),
    "waits": lambda stage, seconds: stage.actor.waits(float(seconds or 60)),
    "reloads": lambda stage, _: stage.actor.reloads(),
    "goes_back": lambda stage, _: stage.actor.goes_back(),
    "drops_cookies": lambda stage, _: stage.actor.drops_cookies(),
    "signs_out": lambda stage, _: stage.actor.signs_out(),
    "opens": lambda stage, path: stage.actor.opens(path or "/"),
}
"""Every verb, by name."""


def name(step: str) -> str:
    """The verb of a step."""
    return step.partition(":")[0].strip()


def act(stage: Stage, step: str) -> None:
    """Do one step.

    Raises:
        LookupError: The step needs one that was not taken before.
    """
    verb, _, rest = step.partition(":")
    VERBS[verb.strip()](stage, rest.strip())
