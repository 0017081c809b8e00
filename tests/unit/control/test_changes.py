"""harness/control/changes.py: what can be changed while a world is being served."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from harness import people
from harness.command import BadInput
from harness.control.changes import Aim, Desk, apply
from harness.own_app.finding import target
from harness.world import World
from mock_idps.core.fault import NO_FAULT
from mock_idps.core.model import Person

ALICE = Aim(org="globex", person="alice")


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    """A world that stands for the module; whoever changes it sets it right by `reset=all`."""
    world = World(target("reference")).start()
    yield Desk(world)
    world.stop()


@pytest.fixture(autouse=True)
def _from_the_start(desk: Desk) -> Iterator[None]:
    yield
    _set(desk, reset="all")


def _set(desk: Desk, aim: Aim = Aim(), **changes: str) -> list[str]:  # noqa: B008 - it is frozen
    return desk.world.run(apply(desk, aim, changes))


def _alice(desk: Desk) -> Person:
    customer = people.named("globex")
    found = desk.world.services["okta"].directory.app(people.client_id(customer))
    assert found is not None
    person = found[0].person(people.login("alice", customer))
    assert person is not None
    return person


def test_fault_holds_at_the_idp_aimed_at(desk: Desk) -> None:
    """--idp okta: Okta lies, Entra does not, and fault=none ends it."""
    assert _set(desk, Aim(idp="okta"), fault="expired") == ["okta: tells the lie expired"]
    services = desk.world.services
    assert services["okta"].fault is not NO_FAULT
    assert services["entra"].fault is NO_FAULT

    _set(desk, fault="none")
    assert services["okta"].fault is NO_FAULT


def test_customer_stands_for_its_idp(desk: Desk) -> None:
    """--org globex aims at Okta."""
    assert _set(desk, Aim(org="globex"), fault="expired") == ["okta: tells the lie expired"]


@pytest.mark.parametrize(("span", "seconds"), [("+90s", 90), ("+1h", 3600), ("-2d", -172800), ("5m", 300), ("0", 0)])
def test_clock_is_turned(desk: Desk, span: str, seconds: float) -> None:
    """A span with a unit, or bare seconds; the sign counts."""
    _set(desk, clock=span)

    assert desk.world.clock.offset == seconds


def test_keys_are_rotated(desk: Desk) -> None:
    """Okta signs with another key afterwards; nobody else does."""
    okta, entra = (next(iter(desk.world.services[name].rings.values())) for name in ("okta", "entra"))

    async def signing() -> list[str]:
        return [str((await ring.signing()).kid) for ring in (okta, entra)]

    before = desk.world.run(signing())
    _set(desk, Aim(idp="okta"), keys="rotated")
    after = desk.world.run(signing())

    assert (before[0] == after[0], before[1] == after[1]) == (False, True)


def test_person_is_changed(desk: Desk) -> None:
    """State, address, name, password and groups of one person."""
    said = _set(desk, ALICE, state="locked", email="none", name="Al", password="new", groups="Pelanor Admins")

    alice = _alice(desk)
    assert (alice.state, alice.email, alice.name, alice.password) == ("locked", None, "Al", "new")
    assert [group.name for group in alice.groups] == ["Pelanor Admins"]
    assert said[0] == "alice of globex: state locked"


def test_assignment_is_taken_and_given(desk: Desk) -> None:
    """assigned=no takes Alice from the app and leaves the others; yes gives it back."""
    found = desk.world.services["okta"].directory.app(people.client_id(people.named("globex")))
    assert found is not None
    _, app = found
    login = _alice(desk).login

    _set(desk, ALICE, assigned="no")
    assert app.assigned
    assert login not in app.assigned

    _set(desk, ALICE, assigned="yes")
    assert login in app.assigned


def test_reset_sets_everything_right(desk: Desk) -> None:
    """Directory, faults and clock are as at the start."""
    _set(desk, ALICE, fault="expired", clock="+1h", state="locked")

    _set(desk, reset="all")

    assert desk.world.services["okta"].fault is NO_FAULT
    assert desk.world.clock.offset == 0
    assert _alice(desk).state == "active"


@pytest.mark.parametrize(
    ("aim", "change", "says"),
    [
        (Aim(), "flaut=expired", 'there is no "flaut" to set; did you mean "fault"?'),
        (Aim(), "fault=expird", 'there is no fault "expird"; did you mean "expired'),
        (Aim(idp="octa"), "fault=expired", 'there is no IdP "octa"; did you mean "okta"?'),
        (Aim(), "clock=soon", '"clock=soon" is no span of time; write one such as +90s'),
        (Aim(), "keys=gone", '"keys=gone" is nothing to do with keys; '),
        (Aim(), "reset=some", '"reset=some" is unknown; write reset=all'),
        (Aim(), "state=locked", "say whose it is: --org acme --as alice"),
        (Aim(org="globx", person="alice"), "state=locked", "globx"),
        (Aim(org="globex", person="carol"), "state=locked", '"globex" has nobody called "carol"; there are alice'),
        (ALICE, "state=dead", 'there is no state "dead"; '),
        (ALICE, "groups=Nobodies", '"globex" has no group "Nobodies"; '),
        (ALICE, "assigned=perhaps", '"assigned=perhaps" is neither yes nor no'),
    ],
)
def test_mistake_is_one_line(desk: Desk, aim: Aim, change: str, says: str) -> None:
    """What cannot be set is said with the way out, and nothing is changed."""
    key, _, value = change.partition("=")

    with pytest.raises(BadInput) as bad:
        _set(desk, aim, **{key: value})

    assert says in str(bad.value)
    assert "\n" not in str(bad.value)


def test_desk_dresses_faults(desk: Desk) -> None:
    """Plain mode adds something of its own to each fault, the truth and a reset included."""
    told: list[object] = []

    def telling(fault: object) -> object:
        told.append(fault)
        return fault

    dressed = Desk(desk.world, telling)  # type: ignore[arg-type]  # it hands back what it was given
    _set(dressed, Aim(idp="okta"), fault="none", reset="all")

    assert len(told) == 1 + len(desk.world.services)
