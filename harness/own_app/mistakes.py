"""What is wrong with a description, said so that the person who wrote it can put it right."""

from __future__ import annotations

from difflib import get_close_matches

from harness.command import BadInput


class Mistakes(BadInput):
    """A description that cannot be used; one line per mistake: key, value, and the way out."""


class AppFailed(Exception):
    """The app under test did not do its part (did not start, ended, did not answer); one line for a person."""


class DoesNotApply(Exception):
    """A step makes no sense with the app under test: the scenario is skipped; one line says why."""


def unknown(word: str, known: tuple[str, ...]) -> str:
    """The way out for a word that is none of `known`: the one most like it, or all of them."""
    like = get_close_matches(word, known, n=1)
    return f'did you mean "{like[0]}"?' if like else f"choose one of {', '.join(known)}"
