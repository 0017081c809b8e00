"""Which hops to look at first: where a login was refused, went wrong, let a lie through, or simply stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from harness.record.events import End

if TYPE_CHECKING:
    from harness.report.story import Row

_TROUBLE = 400
_BROKEN = 500


@dataclass(frozen=True, slots=True)
class Blame:
    """Hops by number, and what they have in common; `tone` is "bad" where something is wrong, "calm" where it is not.

    `passed_on` are those of them that only passed on what another brought.
    """

    title: str
    tone: Literal["bad", "calm"]
    hops: frozenset[int]
    passed_on: frozenset[int] = frozenset()


def of(rows: Sequence[Row], end: End | None) -> Blame | None:
    """The hops of a login to look at first; None for a login in which there is nothing to see."""
    passed = end is not None and end.passed
    before = [row for row in rows if not row.after_the_end]
    refused = [row for row in before if row.refusal]
    if refused:
        causes = _within(refused[-1], before)
        return _blame("Where it was refused", [refused[-1], *causes], passed=False)
    wrong = [row for row in before if _wrong(row)]
    if wrong:
        return _blame("Where it went wrong", wrong[:1], passed=False)
    lies = [row for row in before if _lies(row)]
    if lies:
        title = "Where the fault shows" if passed else "What was let through"
        around = list(_around(lies, before))
        found = _blame(title, [*lies, *around], passed=passed)
        return found if passed else replace(found, passed_on=frozenset(row.hop.number for row in around))
    if end is None or not end.passed or not end.account:
        browser = [row for row in before if row.hop.via == "browser" and row.key not in {"file", "who"}]
        return _blame("Where it ended", [*_answered(browser), *browser[-1:]], passed=passed) if browser else None
    return None


def _answered(browser: Sequence[Row]) -> list[Row]:
    """The last answer of the issuer, where it is an error: an app's last page seldom says why (RFC 6749, 4.1.2.1)."""
    answers = [row for row in browser if row.key == "callback"][-1:]
    return [row for row in answers if any(it.name == "error" for it in row.parameters)]


def _blame(title: str, rows: Sequence[Row], *, passed: bool) -> Blame:
    return Blame(title, "calm" if passed else "bad", frozenset(row.hop.number for row in rows))


def _within(refused: Row, rows: Sequence[Row]) -> Iterator[Row]:
    """Back-channel hops within the refused one that bring something that does not hold, or that differs."""
    first, last = refused.hop.at, refused.hop.at + refused.hop.took
    for row in rows:
        within = row.hop.via == "back channel" and first <= row.hop.at <= last
        if within and (any(token.broken for token in row.tokens) or row.differences or _wrong(row)):
            yield row


def _around(lies: Sequence[Row], rows: Sequence[Row]) -> Iterator[Row]:
    """The app's hops during which a lie was told: there it ought to have been noticed."""
    for row in rows:
        during = (it for it in lies if row.hop.at <= it.hop.at <= row.hop.at + row.hop.took)
        if row.hop.role == "app" and any(it.hop.via == "back channel" for it in during):
            yield row


def _lies(row: Row) -> bool:
    return any(token.broken for token in row.tokens) or bool(row.hop.fault and row.differences)


def _wrong(row: Row) -> bool:
    status = row.hop.status
    if status is None or not row.hop.complete or status >= _BROKEN:
        return True
    refused = any(line.refused for line in row.cookies)
    return refused or (status >= _TROUBLE and row.key not in {"file", "who"})
