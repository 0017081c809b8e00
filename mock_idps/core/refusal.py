"""Situations in which an issuer refuses, and how a vendor words each of them on the wire.

The core names the *situation* ("unknown_client", "code_used"); a vendor's error book says where it shows, with which
status, code and text. So no check is written twice, and no vendor's sentence stands in the core.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Place = Literal["page", "redirect", "inline", "body"]
"""Where a refusal shows: a dead-end page, a redirect to the app, the sign-in page itself, or a JSON body."""


class Refusal(Exception):
    """An issuer's check refused. `situation` is a key of the vendor's error book; `detail` fills its template."""

    def __init__(self, situation: str, **detail: str) -> None:
        super().__init__(situation)
        self.situation = situation
        self.detail = detail


@dataclass(frozen=True, slots=True)
class WireError:
    """One situation as a vendor words it.

    `error` is the OAuth code, `description` a template with `{named}` places ("" when the wire carries none), `code` the
    vendor's own number or name, `members` further members of a JSON body, `source` the page the wording was read from.
    """

    error: str
    description: str
    place: Place
    status: int
    code: str = ""
    members: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""

    def text(self, detail: Mapping[str, str]) -> str:
        """The description with the detail filled in; a missing detail leaves its place visible."""
        return self.description.format_map(_Visible(detail))


class _Visible(dict[str, str]):
    """Keeps `{name}` in a template where no value was given, so that a gap is seen rather than fatal."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


ErrorBook = Mapping[str, WireError]
"""A vendor's wording, by situation."""


def worded(book: ErrorBook, refusal: Refusal) -> WireError:
    """The vendor's wording of `refusal`.

    Raises:
        LookupError: The vendor's book has no such situation: a gap in the vendor's data, never a wire answer.
    """
    try:
        return book[refusal.situation]
    except KeyError:
        raise LookupError(f'no wording for "{refusal.situation}"; add it to the vendor\'s error book') from None
