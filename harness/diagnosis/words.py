"""A diagnosis in plain words, for a terminal and for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from harness.diagnosis.diagnose import Finding
from harness.diagnosis.entries import stories
from mock_idps import catalogue

PLACES = {
    "page": "a page of the IdP; the app never hears of it",
    "redirect": "the app's callback gets it as an error",
    "inline": "the IdP's sign-in page itself",
    "body": "the token or userinfo endpoint answers it to the app",
    "app": "the app's own check refuses",
    "": "the app, or its library",
}
"""Where an error shows, in words."""

SURE = {"certain": "", "likely": "  (likely)", "guess": "  (a guess: the nearest that is known)"}


def row(finding: Finding) -> dict[str, Any]:
    """A finding as a JSON object."""
    return {**asdict(finding.entry), "sure": finding.sure, "share": round(finding.share, 3)}


def lines(finding: Finding) -> list[str]:
    """A finding in words, one line per thing that is known."""
    entry = finding.entry
    who = catalogue.vendors()[entry.vendor].label if entry.vendor else "the app" if entry.place else "the app's library"
    told = [
        f"{entry.id}{SURE[finding.sure]}",
        f"  says     {who}: {_said(finding)}",
        f"  shows    {PLACES[entry.place]}",
        f"  means    {entry.means}",
        f"  acts     {entry.who}",
        f"  remedy   {entry.do}",
    ]
    if entry.scenario:
        told.append(f"  tried    sso-harness run {entry.scenario}" + (f" --idp {entry.vendor}" if entry.vendor else ""))
    if entry.story:
        told.append(f"  story    {entry.story}: {stories()[entry.story]['story']}")
    return [*told, f"  source   {entry.source}"]


def _said(finding: Finding) -> str:
    entry = finding.entry
    shown = finding.wording or next(iter(entry.shows), "")
    parts = [" ".join(entry.codes), f'"{shown}"' if shown else "", f"({entry.error})" if entry.error else ""]
    return " ".join(part for part in parts if part)


def unknown(code: str) -> str:
    """A line for a code that nobody has written down here, with the vendor's own look-up where there is one."""
    number = code.removeprefix("AADSTS")
    where = (
        f"; Microsoft explains it at https://login.microsoftonline.com/error?code={number}" if number != code else ""
    )
    return f"{code} is not known here{where}; the nearest that is known:"
