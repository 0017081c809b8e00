"""Issuers without a network: a script talks to a vendor's surface in this process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from random import Random

import pytest

from harness import people
from harness.probe import Probe, Running
from mock_idps import catalogue
from mock_idps.core.keys import KeyFoundry
from mock_idps.core.service import Service


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """One event loop for all of a run's issuers."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def foundry() -> Iterator[KeyFoundry]:
    """One foundry for all of a run's issuers."""
    foundry = KeyFoundry()
    yield foundry
    foundry.close()


@pytest.fixture(scope="session")
def services(foundry: KeyFoundry) -> dict[str, Service]:
    """Every vendor that has customers, running; keys are kept over the whole run."""
    return {
        name: Service(catalogue.vendors()[name], directory, foundry, time.time, Random(3))
        for name, directory in people.directories().items()
        if name in catalogue.vendors()
    }


@pytest.fixture
def running(services: dict[str, Service], loop: asyncio.AbstractEventLoop) -> Running:
    """A vendor's service as if just started, with its customer of a region."""

    def start(idp: str, region: str) -> Probe:
        service = services[idp]
        service.reset(people.directories()[idp])
        return Probe(service, people.organisation(idp, region), loop)

    return start
