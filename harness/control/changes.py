"""What can be changed while a world is being served, as KEY=VALUE; each change answers with a line that says what it did."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness import people
from harness.command import BadInput
from harness.own_app.mistakes import unknown
from mock_idps import catalogue
from mock_idps.core.fault import Fault

if TYPE_CHECKING:
    from harness.world import World
    from mock_idps.core.model import AppRegistration, Person, Tenant
    from mock_idps.core.service import Service

_SPAN = re.compile(r"([+-]?)(\d+)([smhd]?)")
_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}


STATES = ("active", "disabled", "locked", "locked_out", "suspended", "staged", "invited", "password_expired")
"""What an account can be; a vendor that has no such state refuses as it does for one that cannot sign in."""


def _as_it_is(fault: Fault) -> Fault:
    return fault


@dataclass(slots=True)
class Desk:
    """The world that is changed; `telling` dresses each fault (plain mode has an addition of its own)."""

    world: World
    telling: Callable[[Fault], Fault] = _as_it_is


@dataclass(frozen=True, slots=True)
class Aim:
    """At what a change is aimed: an IdP, a customer, a person of that customer; "" for all or none."""

    idp: str = ""
    org: str = ""
    person: str = ""


async def apply(desk: Desk, aim: Aim, changes: Mapping[str, str]) -> list[str]:
    """Carry out `changes` in their order; one line each.

    Raises:
        BadInput: A key, a value or the aim is wrong; what came before it is done.
    """
    said = []
    for key, value in changes.items():
        if key not in KEYS:
            raise BadInput(f'there is no "{key}" to set; {unknown(key, tuple(KEYS))}')
        said.append(await KEYS[key](desk, aim, value))
    return said


def _services(desk: Desk, aim: Aim) -> dict[str, Service]:
    wanted = aim.idp or (_organisation(aim.org).idp if aim.org else "")
    services = desk.world.services
    if wanted and wanted not in services:
        raise BadInput(f'there is no IdP "{wanted}"; {unknown(wanted, tuple(services))}')
    return {name: service for name, service in services.items() if wanted in ("", name)}


def _organisation(name: str) -> people.Organisation:
    try:
        return people.named(name)
    except KeyError as error:
        raise BadInput(str(error.args[0])) from None


def _found(desk: Desk, aim: Aim) -> tuple[Tenant, AppRegistration, Person]:
    if not aim.org or not aim.person:
        raise BadInput("say whose it is: --org acme --as alice")
    customer = _organisation(aim.org)
    found = desk.world.services[customer.idp].directory.app(people.client_id(customer))
    person = found[0].person(people.login(aim.person, customer)) if found else None
    if found is None or person is None:
        raise BadInput(f'"{aim.org}" has nobody called "{aim.person}"; there are alice, bob and uma')
    return *found, person


async def _fault(desk: Desk, aim: Aim, value: str) -> str:
    known = catalogue.faults()
    if value not in ("none", *known):
        raise BadInput(f'there is no fault "{value}"; {unknown(value, ("none", *known))}')
    services = _services(desk, aim)
    for service in services.values():
        service.fault = desk.telling(catalogue.fault(None if value == "none" else value))
    return f"{', '.join(services)}: {'the truth again' if value == 'none' else f'tells the lie {value}'}"


async def _clock(desk: Desk, _: Aim, value: str) -> str:
    span = _SPAN.fullmatch(value)
    if span is None:
        raise BadInput(f'"clock={value}" is no span of time; write one such as +90s, +1h, -2d, or 0 for the right time')
    desk.world.clock.offset = float(f"{span[1]}{int(span[2]) * _UNITS[span[3]]}")
    return f"the issuers' clock is {desk.world.clock.offset:+.0f} s off"


async def _keys(desk: Desk, aim: Aim, value: str) -> str:
    known = ("rotated", "announced", "promoted", "retired")
    if value not in known:
        raise BadInput(f'"keys={value}" is nothing to do with keys; {unknown(value, known)}')
    services = _services(desk, aim)
    for ring in (ring for service in services.values() for ring in service.rings.values()):
        does: dict[str, Callable[[], Awaitable[object]]] = {
            "rotated": ring.rotate,
            "announced": ring.announce,
            "promoted": ring.promote,
            "retired": ring.retire,
        }
        await does[value]()
    return f"{', '.join(services)}: keys {value}"


async def _reset(desk: Desk, _: Aim, value: str) -> str:
    if value != "all":
        raise BadInput(f'"reset={value}" is unknown; write reset=all')
    await desk.world.start_over()
    for service in desk.world.services.values():
        service.fault = desk.telling(service.fault)
    return "directories, sessions, faults and clock are as at the start"


async def _state(desk: Desk, aim: Aim, value: str) -> str:
    if value not in STATES:
        raise BadInput(f'there is no state "{value}"; {unknown(value, STATES)}')
    _found(desk, aim)[2].state = value
    return f"{aim.person} of {aim.org}: state {value}"


async def _email(desk: Desk, aim: Aim, value: str) -> str:
    _found(desk, aim)[2].email = None if value == "none" else value
    return f"{aim.person} of {aim.org}: mail address {value}"


async def _name(desk: Desk, aim: Aim, value: str) -> str:
    _found(desk, aim)[2].name = value
    return f"{aim.person} of {aim.org}: called {value}"


async def _password(desk: Desk, aim: Aim, value: str) -> str:
    _found(desk, aim)[2].password = value
    return f"{aim.person} of {aim.org}: password changed"


async def _groups(desk: Desk, aim: Aim, value: str) -> str:
    tenant, _, person = _found(desk, aim)
    known = {group.name: group for it in tenant.people for group in it.groups}
    names = [name for name in value.split(",") if name]
    for name in names:
        if name not in known:
            raise BadInput(f'"{aim.org}" has no group "{name}"; {unknown(name, tuple(known))}')
    person.groups = tuple(known[name] for name in names)
    return f"{aim.person} of {aim.org}: in {', '.join(names) or 'no group'}"


async def _assigned(desk: Desk, aim: Aim, value: str) -> str:
    if value not in ("yes", "no"):
        raise BadInput(f'"assigned={value}" is neither yes nor no')
    tenant, app, person = _found(desk, aim)
    everybody = frozenset(it.login for it in tenant.people) if app.assigned is None else app.assigned
    app.assigned = everybody | {person.login} if value == "yes" else everybody - {person.login}
    return f"{aim.person} of {aim.org}: {'assigned' if value == 'yes' else 'not assigned'} to the app"


KEYS: Mapping[str, Callable[[Desk, Aim, str], Awaitable[str]]] = {
    "fault": _fault,
    "clock": _clock,
    "keys": _keys,
    "reset": _reset,
    "state": _state,
    "email": _email,
    "name": _name,
    "password": _password,
    "groups": _groups,
    "assigned": _assigned,
}
"""Everything that can be set."""
