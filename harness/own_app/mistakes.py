"""What is wrong with a description, said so that the person who wrote it can put it right."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from harness.command import BadInput


class Mistakes(BadInput):
    """A description that cannot be used; one line per mistake: key, value, and the way out."""


class AppFailed(Exception):
    """The app under test did not do its part (did not start, ended, did not answer); one line for a person."""


class DoesNotApply(Exception):
    """A step makes no sense with the app under test: the scenario is skipped; one line says why."""


def unknown(word: str, known: tuple[str, ...], otherwise: str = "") -> str:
    """The way out for a word that is none of `known`: the one most like it, else the sentence `otherwise` or all."""
    like = get_close_matches(word, known, n=1)
    return f'did you mean "{like[0]}"?' if like else otherwise or f"choose one of {', '.join(known)}"


def shown(value: Any) -> str:
    """A value as it stands in a one-line message, cut after 60 characters."""
    longest = 60
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(str(value).split())
    cut = text if len(text) <= longest else f"{text[: longest - 1]}…"
    return f'"{cut}"' if isinstance(value, str) else cut
