"""From a repro file to a scenario: the customer's state is set, then the person acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from harness import people
from harness.repro import verbs
from harness.repro.replayed import Replayed
from harness.scenario import Scenario

if TYPE_CHECKING:
    from harness.actor import Actor
    from harness.repro.file import Repro


def scenario(repro: Repro) -> Scenario:
    """The scenario of a repro; it runs on the customer's IdP and in their region only."""
    needs = ("adjustable",) if repro.stage.get("connection") or repro.stage.get("organisation") else ()
    return Scenario(
        spec=repro.source or f"a customer's report: {repro.found or 'not diagnosed'}",
        expected=repro.expected,
        fault=repro.fault or None,
        steps=_steps(repro),
        idps=(repro.idp,),
        regions=(repro.region,),
        needs=needs,
    )


def _steps(repro: Repro) -> Callable[[Actor], None]:
    def act(actor: Actor) -> None:
        set_up(repro, actor)
        stage = verbs.Stage(actor, repro.signer)
        for step in repro.steps:
            verbs.act(stage, step)

    return act


def set_up(repro: Repro, actor: Actor) -> None:
    """Bring the customer's IdP and connection into the state that the file says."""
    known = _names(actor)
    stage: dict[str, Any] = {name: _filled(table, known) for name, table in repro.stage.items()}
    administrator = actor.administrator
    administrator.tenant.settings.update(stage.get("tenant", {}))
    administrator.registration.settings.update(stage.get("app", {}))
    for name, value in stage.get("registration", {}).items():
        setattr(administrator.registration, name, value)
    _person(actor, dict(stage.get("person", {})))
    if wire := stage.get("wire"):
        actor.issuer.fault = Replayed(wire)
    if connection := stage.get("connection"):
        actor.support.changes_connection(**connection)
    organisation = dict(stage.get("organisation", {}))
    for person in organisation.pop("disabled", ()):
        actor.support.switches_off(people.login(person, actor.customer))
    if organisation:
        actor.support.changes_organisation(**organisation)


def _person(actor: Actor, table: dict[str, Any]) -> None:
    """Set what a file says of the person: attributes of the directory, groups by name, or so many groups."""
    name = table.pop("name", actor.person)
    if not table:
        return
    administrator = actor.administrator
    person = administrator.person(name)
    if "groups" in table:
        administrator.puts_in_groups(name, *table.pop("groups"))
    if count := table.pop("group_count", 0):
        administrator.puts_in_many_groups(name, int(count))
    person.attributes.update(table.pop("attributes", {}))
    if "email" in table:
        person.email = table.pop("email") or None
    administrator.changes(name, **table)


def _names(actor: Actor) -> dict[str, str]:
    """What stands for the customer's own values in a file."""
    customer = actor.customer
    return {
        "tenant_id": people.tenant_id(customer),
        "client_id": people.client_id(customer),
        "redirect_uri": customer.redirect_uri,
        "origin": customer.origin,
        "host": customer.host,
        "admin_host": customer.host.replace(".", "-admin.", 1),
        "issuer_without_slash": people.issuer(customer).rstrip("/"),
        "client_secret": people.client_secret(customer),
        "domain": customer.domain,
        "issuer": people.issuer(customer),
        "login": people.login(actor.person, customer),
    }


def _filled(value: Any, known: Mapping[str, str]) -> Any:
    """`value` with "{name}" replaced in its texts; lists become tuples, as configurations hold them."""
    if isinstance(value, str):
        for name, it in known.items():
            value = value.replace("{" + name + "}", it)
        return value
    if isinstance(value, Mapping):
        return {name: _filled(it, known) for name, it in value.items()}
    return tuple(_filled(it, known) for it in value) if isinstance(value, list | tuple) else value
