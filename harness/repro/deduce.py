"""From an account of a customer's evidence to the repro file that shows the same, with fictional people and secrets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from harness import people
from harness.diagnosis.entries import every
from harness.evidence import account as accounts
from harness.repro.file import TABLES, Repro
from harness.repro.replayed import PROTOCOL

if TYPE_CHECKING:
    from harness.diagnosis.diagnose import Finding
    from harness.diagnosis.entry import Entry
    from harness.evidence.account import Account

DEFAULT_IDP = "entra"
"""Where a check of the app is all that is known: any IdP shows it."""


def deduce(account: Account, *, idp: str = "", region: str = "") -> Repro:
    """The repro of an account; `idp` and `region` override what the evidence says.

    Nothing of the input stands in it: causes and states come from the book of diagnoses, claims only by known names and types.
    """
    best = _cause(account)
    entry = best.entry if best else None
    vendor = idp or account.idp.vendor or (entry.vendor if entry else "") or DEFAULT_IDP
    vendor = vendor if vendor in {it.idp for it in people.ORGANISATIONS} else DEFAULT_IDP
    stage, fault, steps = _staged(account, entry if best and best.sure != "guess" else None, vendor)
    end, check = _end(account, entry, steps)
    if account.recovered and end == "refused" and (fault or "wire" in stage):
        steps = (*steps, f"is_refused: {check}", "issuer_recovers", "signs_in")
        end, check = "signed in", ""
    return Repro(
        story=_story(account, entry),
        idp=vendor,
        region=region or account.region or "us",
        end=end,
        check=check,
        found=entry.id if entry else "",
        sure=best.sure if best else "",
        source=entry.source if entry else "",
        shown=_shown(account, entry),
        unseen=tuple(account.unseen),
        fault=fault,
        steps=steps,
        stage=stage,
    )


def with_real_values(repro: Repro, claims: Mapping[str, Any]) -> Repro:
    """The repro with the claims' real values: somebody asked for them, and says where the file goes."""
    kept = {name: value for name, value in claims.items() if name not in PROTOCOL and value is not None}
    wire = {**repro.stage.get("wire", {}), "id_token": {"set": kept}}
    return replace(repro, stage={**repro.stage, "wire": wire}) if kept else repro


def _cause(account: Account) -> Finding | None:
    """The finding to stage: of those that can end like this the IdP's own error first, then the app's check, then known bugs."""
    if account.end == "signed in" and not account.check:
        return None
    fitting = [
        it
        for it in account.findings
        if it.sure != "guess" and (not account.check or _leads_to(it.entry, account.check))
    ]
    fitting.sort(
        key=lambda it: (not it.entry.place, it.entry.place == "app", not it.entry.stage and it.entry.place == "app")
    )
    return next(iter([*fitting, *account.findings]), None)


def _leads_to(entry: Entry, check: str) -> bool:
    """Whether an entry can end in this check of the app."""
    if entry.place in {"page", "inline"}:
        return False
    return entry.place == "" or accounts.ended(entry.place, entry.error, entry.id)[2] == check


def _end(account: Account, entry: Entry | None, steps: tuple[str, ...]) -> tuple[str, str]:
    """How the login ended; "" where neither the evidence nor the error's place says so."""
    if account.end or account.steps:
        return account.end, account.check
    if entry is not None and entry.place:
        _, end, check = accounts.ended(entry.place, entry.error, entry.id)
        return end, check
    return (
        ("", "") if entry is not None or account.shape or account.wrong or steps != ("signs_in",) else ("signed in", "")
    )


def _staged(
    account: Account, entry: Entry | None, vendor: str
) -> tuple[dict[str, dict[str, Any]], str, tuple[str, ...]]:
    """Tables, fault and steps that bring the same about."""
    state = entry.stage if entry and not _elsewhere_too(entry) else {}
    told: dict[str, Any] = {name: dict(it) if isinstance(it, Mapping) else it for name, it in state.items()}
    steps = tuple(told.pop("steps", ())) or ("signs_in",)
    fault = str(told.pop("fault", ""))
    stage: dict[str, dict[str, Any]] = {name: told[name] for name in TABLES if name in told}
    if account.wrong:
        stage["connection"] = {**stage.get("connection", {}), **account.wrong}
    if account.form_post and vendor in {"entra", "okta"}:
        stage.setdefault("connection", {}).setdefault("response_mode", "form_post")
    if account.shape and not fault and "_claim_names" not in account.shape:
        stage.setdefault("wire", {})["id_token"] = {"shape": dict(account.shape)}
    if entry is not None and not state and not account.wrong:
        for name, table in _as_it_was_said(entry, account).items():
            stage[name] = {**stage.get(name, {}), **table}
    if account.answer and account.check == "idp_error" and not state and "wire" not in stage:
        stage["wire"] = {"answer": {"error": account.answer}}
    return (stage, "", account.steps) if account.steps else (stage, fault, steps)


def _elsewhere_too(entry: Entry) -> bool:
    """Whether the state behind a redirected error shows at another place here: a page, where a mock's sign-in is newer."""
    return entry.place == "redirect" and any(it.id == entry.id and it.place != "redirect" for it in every())


def _as_it_was_said(entry: Entry, account: Account) -> dict[str, dict[str, Any]]:
    """The IdP's own words at their own place, where nobody has written down the state behind them."""
    text = entry.shows[0] if entry.shows else ""
    said = f"{entry.codes[0]}: {text}" if entry.codes and entry.vendor == "entra" else text
    if entry.place == "redirect":
        return {"wire": {"answer": {"error": entry.error, **({"error_description": said} if said else {})}}}
    if entry.place == "body":
        return {"wire": {"token": {"status": entry.status or 400, "error": entry.error, "error_description": said}}}
    if entry.place in {"page", "inline"} and account.end != "refused":
        return {"wire": {"page": {"status": entry.status or 200, "text": said}}}
    return {}


def _shown(account: Account, entry: Entry | None) -> str:
    """The IdP's error in the vendor's own template, where nothing of the customer's stands."""
    if entry is None or not entry.shows or not (account.error or entry.place):
        return ""
    return " ".join((*entry.codes[:1], entry.shows[0]))


def _story(account: Account, entry: Entry | None) -> str:
    """The page of the repro: what happened in a sentence, then what it means and who acts."""
    where = f" ({account.idp.kind})" if account.idp.kind else ""
    happened = (
        account.happened if not account.happened.startswith("not") else "a login is repeated as far as it is known"
    )
    first = f"A customer's login{where}: {happened}."
    if entry is None:
        return f"{first}\n\nNo cause is known from the evidence; the login is repeated as it was."
    return f"{first}\n\n{entry.means} Who must act: {entry.who}. {entry.do}"
