"""An account for a person: where, what, why, who, how sure, and what could not be seen."""

from __future__ import annotations

from harness.diagnosis.entries import stories
from harness.evidence.account import UNTOLD, Account
from mock_idps.catalogue import vendors

_SURE = {"certain": "certain", "likely": "likely", "guess": "a guess: the nearest that is known"}
MOST_OTHERS = 3
"""Further causes that are named."""


def lines(told: Account) -> list[str]:
    """The account, one line per thing that is known, then what is not."""
    known = vendors()
    label = known[told.idp.vendor].label if told.idp.vendor in known else UNTOLD
    label = "another provider" if told.idp.vendor == "generic" else label
    return [
        f"IdP        {label}" + (f" ({told.idp.kind})" if told.idp.kind else ""),
        f"region     {told.region or UNTOLD}",
        f"hop        {told.hop}",
        f"happened   {told.happened}",
        *_cause(told),
        *(f"not seen   {it}" for it in told.unseen),
        *(f"note       {it}" for it in told.notes),
    ]


def _cause(told: Account) -> list[str]:
    if not told.findings:
        well = told.end == "signed in"
        return ["cause      nothing went wrong that can be seen here" if well else "cause      not known"]
    best, *others = told.findings
    found = [
        f"cause      {best.entry.means} [{best.entry.id}]",
        f"who acts   {best.entry.who}: {best.entry.do}",
        f"how sure   {_SURE[best.sure]}",
    ]
    if others:
        found.append(f"or         {', '.join(it.entry.id for it in others[:MOST_OTHERS])}")
    named = next((it.entry.story for it in told.findings if it.entry.story and it.sure != "guess"), "")
    if named:
        found.append(f"story      {named}: {stories()[named]['story']}")
    if best.entry.scenario:
        found.append(f"see        sso-harness explain {best.entry.scenario}")
    return found
