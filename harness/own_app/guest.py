"""A world inside somebody else's test suite: their app, their test runner, our issuers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from harness import people
from harness.own_app import environment
from harness.own_app.forwarding import Forwarder
from harness.world import World
from mock_idps import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from starlette.types import ASGIApp

    from harness.look import Look
    from harness.people import Organisation
    from harness.target import Surroundings
    from mock_idps.core.model import Directory
    from mock_idps.core.service import Received, Service

_SLOWEST = 30.0  # seconds that one answer of the app may take


class _NoApp:
    """The target of a world whose app is somebody else's business; it remembers what was registered."""

    name = "guest"
    capabilities: frozenset[str] = frozenset()
    callback_path = "/"
    regions = tuple(people.ORIGINS)
    not_tried: Mapping[str, str] = {}
    parallel = True
    several = True

    def __init__(self) -> None:
        self.apps: Mapping[str, ASGIApp] = {}
        self.redirect_uris: dict[str, list[str]] = {}

    async def start(self, _: Surroundings) -> _NoApp:
        return self

    def reset(self) -> None:
        pass

    async def close(self) -> None:
        pass

    def customer(self, customer: Organisation) -> Organisation:
        return customer

    def register(self, directories: Mapping[str, Directory]) -> None:
        for customer in people.ORGANISATIONS:
            found = directories[customer.idp].app(people.client_id(customer))
            if found and (added := self.redirect_uris.get(customer.name)):
                found[1].redirect_uris = tuple(added)
                found[1].post_logout_redirect_uris = tuple(added)

    def front_door(self, organisation: str) -> str:
        del organisation
        return "/"

    def begin(self, page: Page, origin: str, organisation: str, path: str | None) -> None:
        del page, origin, organisation, path
        raise NotImplementedError("the suite itself begins its logins")

    def sign_out(self, page: Page) -> None:
        del page
        raise NotImplementedError("the suite itself signs out")

    def who(self, look: Look, origin: str) -> dict[str, Any]:
        del look, origin
        return {}

    def check(self, page: Page) -> str:
        del page
        return ""

    def says(self, page: Page) -> str:
        del page
        return ""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody's account at an IdP: what is typed there, and what the claims say."""

    login: str
    password: str
    name: str
    email: str | None


class Idp:
    """One customer's IdP, as an app is configured with it."""

    def __init__(self, guest: GuestWorld, customer: Organisation) -> None:
        self._guest = guest
        self.customer = customer
        self.issuer = people.issuer(customer)
        self.discovery_url = self.issuer.removesuffix("/") + "/.well-known/openid-configuration"
        self.client_id = people.client_id(customer)
        self.client_secret = people.client_secret(customer)

    @property
    def _service(self) -> Service:
        return self._guest.world.services[self.customer.idp]

    def register(self, *redirect_uris: str) -> None:
        """Register the app's redirect URIs (they serve as post-logout addresses too); kept for the whole session."""
        target = self._guest.target
        known = target.redirect_uris.setdefault(self.customer.name, [])
        known += [uri for uri in redirect_uris if uri not in known]
        target.register({name: service.directory for name, service in self._guest.world.services.items()})

    def tells(self, fault: str | None) -> None:
        """Tell one lie from now on: the name of a file in mock_idps/faults/, or None for the truth.

        Raises:
            KeyError: There is no such fault.
        """
        self._service.fault = catalogue.fault(fault)

    def person(self, name: str = "alice") -> Account:
        """The account of alice, bob or uma (who is not assigned to the app).

        Raises:
            KeyError: There is nobody of that name.
        """
        found = self._service.directory.app(self.client_id)
        login = people.login(name, self.customer)
        person = found[0].person(login) if found else None
        if person is None:
            raise KeyError(f'nobody is called "{name}"; there are alice, bob and uma')
        return Account(person.login, person.password, person.name, person.email)

    @property
    def received(self) -> list[Received]:
        """What reached the IdP's endpoints in this test, in order."""
        return list(self._service.received)


class GuestWorld:
    """The world of one test session; see docs/own-app.md for its use."""

    def __init__(self) -> None:
        self.target = _NoApp()
        self.world = World(self.target)
        self._forwarders: list[Forwarder] = []

    def start(self) -> GuestWorld:
        """Start gateway and issuers."""
        self.world.start()
        return self

    def stop(self) -> None:
        """Stop everything."""
        for forwarder in self._forwarders:
            self.world.run(forwarder.close())
        self.world.stop()

    @property
    def environment(self) -> dict[str, str]:
        """The variables with which the app's process reaches the issuers."""
        gateway = self.world.gateway
        return environment.for_programs(gateway.environment(), gateway.ca_bundle)

    @property
    def proxy_url(self) -> str:
        """The proxy by which programs reach the issuers."""
        return self.world.gateway.proxy_url

    @property
    def ca_bundle(self) -> Path:
        """The PEM file of the run's certificate authority."""
        return self.world.gateway.ca_bundle

    def chromium_arguments(self) -> list[str]:
        """Arguments for a Chromium that reaches the issuers and the apps served so far, and nothing else."""
        return self.world.gateway.chromium_arguments()

    def serves(self, origin: str, app: str | ASGIApp) -> None:
        """Serve an app at the public `origin`: an ASGI app, or the address where it listens ("http://127.0.0.1:8000").

        Raises:
            ValueError: `origin` is no https origin.
        """
        parts = urlsplit(origin)
        if parts.scheme != "https" or not parts.hostname or parts.path.strip("/"):
            raise ValueError(f'"{origin}" is no public origin; write one such as "https://app.example.com"')
        if isinstance(app, str):
            app = Forwarder(app.removesuffix("/"), _SLOWEST, lambda _: None)
            self._forwarders.append(app)
        self.world.routes[parts.hostname] = app

    def idp(self, name: str, region: str = "us") -> Idp:
        """A customer's IdP by vendor and region."""
        return Idp(self, people.organisation(name, region))

    def reset(self) -> None:
        """As at the start: directories, sessions, faults, clock; what was registered stays."""
        self.world.reset()
