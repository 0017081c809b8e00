"""What a checklist is about: an adapter, and the claims that the mocked IdP really gives it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from typing import Any

from joserfc import jws

from harness import people
from harness.command import BadInput
from harness.people import Organisation
from harness.plain_login import NoWayOn
from harness.probe import Probe
from harness.reference_rp import adapters
from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Adapter, Identity
from harness.reference_rp.configuration import Connection
from harness.reference_rp.refusal import Refusal
from mock_idps import catalogue
from mock_idps.core.keys import KeyFoundry
from mock_idps.core.service import Service

Claims = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """An adapter with the claims of alice, of alice once more, of bob, and of alice at the customer of another region.

    Claims are as the relying party hands them to the adapter: the ID token's, completed by userinfo where the adapter asks
    for it.
    """

    name: str
    adapter: Adapter
    connection: Connection
    alice: Claims
    alice_again: Claims
    bob: Claims
    elsewhere: Claims | None
    discovery: Mapping[str, Any]

    def identity(self, claims: Claims) -> Identity | None:
        """Who the adapter says this is; None where it refuses."""
        try:
            return self.adapter.identity(claims, self.connection)
        except Refusal:
            return None

    def changed(self, **values: Any) -> Identity | None:
        """Who alice is with some claims of other values; `...` stands for a claim that is absent."""
        kept = {name: value for name, value in self.alice.items() if values.get(name) is not ...}
        return self.identity(kept | {name: value for name, value in values.items() if value is not ...})


def _connection(customer: Organisation) -> Connection:
    return Connection(
        idp=customer.idp,
        issuer=people.issuer(customer),
        client_id=people.client_id(customer),
        client_secret=people.client_secret(customer),
    )


@contextmanager
def examined(name: str) -> Iterator[Subject]:
    """The subject of the checklist for the adapter `name`.

    Raises:
        BadInput: There is no such adapter, no issuer is mocked for it, or nobody can sign in there.
    """
    adapter = adapters.find(name)
    if adapter is None:
        raise BadInput(f'no adapter "{name}"; there are {", ".join(adapters.names())}')
    customers = [it for it in people.ORGANISATIONS if it.idp == name]
    if not customers or name not in catalogue.vendors():
        raise BadInput(f'no issuer is mocked for "{name}"; "sso-harness new-idp {name}" drafts one')
    loop, foundry = asyncio.new_event_loop(), KeyFoundry()
    try:
        service = Service(catalogue.vendors()[name], people.directories()[name], foundry, time.time, Random(1))  # noqa: S311 - repeatable
        yield _asked(name, adapter, [Probe(service, it, loop) for it in customers])
    except NoWayOn as error:
        raise BadInput(f'nobody can sign in at the mocked "{name}": {error}; see tests/contract/') from None
    finally:
        foundry.close()
        loop.close()


def _asked(name: str, adapter: Adapter, probes: list[Probe]) -> Subject:
    first, *others = probes
    return Subject(
        name=name,
        adapter=adapter,
        connection=_connection(first.customer),
        alice=_claims(adapter, first, "alice"),
        alice_again=_claims(adapter, first, "alice"),
        bob=_claims(adapter, first, "bob"),
        elsewhere=_claims(adapter, others[0], "alice") if others else None,
        discovery=first.discovery,
    )


def _claims(adapter: Adapter, probe: Probe, person: str) -> Claims:
    _, answer = probe.tokens(person)
    payload = jws.extract_compact(answer["id_token"].encode()).payload
    told: dict[str, Any] = json.loads(payload)
    if not adapter.userinfo:
        return told
    bearer = {"Authorization": f"Bearer {answer['access_token']}"}
    completed = probe.send("GET", probe.discovery["userinfo_endpoint"], bearer, None).json()
    return read.merged(told, completed)
