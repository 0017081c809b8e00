"""A world kept up for hand work: what it tells, what can be asked of it, and its end."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from harness import people
from harness.command import BadInput
from harness.control import standing
from harness.control.changes import Desk
from harness.control.port import ControlPort
from harness.own_app import environment, namespace, placeholders, ports
from harness.own_app.customers import OwnCustomer, at, own
from harness.own_app.description import Connection
from harness.own_app.instance import Instance
from harness.own_app.instances import Instances
from harness.own_app.lodging import Lodging
from harness.own_app.logs import NEAR, Logs
from harness.own_app.names import NamedAddresses
from harness.own_app.plain import PlainIssuers, Plainly, reaching_plain_issuers
from harness.own_app.target import OwnApp
from harness.world import World

if TYPE_CHECKING:
    from harness.own_app.description import Description
    from harness.target import Target
    from mock_idps.core.fault import Fault

_OF_A_CONNECTION = ("issuer", "discovery_url", "client_id", "client_secret", "redirect_uri")


class Serving:
    """The world of `sso-harness serve`; `started_by_hand` means that a person starts the app of the description."""

    def __init__(
        self, target: Target, *, plain: bool, started_by_hand: bool, redirect_uris: tuple[str, ...] = ()
    ) -> None:
        self._description: Description | None = target.description if isinstance(target, OwnApp) else None
        self._port = ports.free()
        self._org = ""
        self._by_hand = started_by_hand
        self._redirect_uris = redirect_uris
        if self._description is not None and started_by_hand:
            target = OwnApp(_by_hand(self._description, self._port))
        self.world = World(target, logs=Path.cwd() / NEAR)
        self._plain = plain
        self._issuers: PlainIssuers | None = None
        self._names: NamedAddresses | None = None
        self._made: dict[str, Instance] = {}
        self._control: ControlPort | None = None
        self._file: Path | None = None

    def start(self, org: str) -> None:
        """Start everything, let `org` ("": the first) be the customer that the app serves, and tell other commands.

        Raises:
            BadInput: There is no such customer.
            AppFailed: The app does not start.
            PortTaken: A port cannot be had.
        """
        self.world.start()
        self.world.run(self._start())
        self._org = org or self._customers()[0].name
        self.world.turn_to(self._customer(self._org))
        place = standing.folder()
        if self._control is not None:
            found_at = standing.Standing(os.getpid(), str(Path.cwd()), self._control.url, self._control.token)
            self._file = standing.announce(found_at, place)

    async def _start(self) -> None:
        desk = Desk(self.world)
        if self._plain:
            apps = {host: app for host, app in self.world.routes.items() if self._is_issuer(host)}
            self._issuers = PlainIssuers(apps)
            await self._issuers.start()
            desk = Desk(self.world, self._plainly)
            if isinstance(self.world.running, Instances):
                self.world.running.lodging.plain(self._issuers.rewrite)
            for service in self.world.services.values():
                service.fault = self._plainly(service.fault)
        self._register()
        self._control = ControlPort(
            desk, {"/environment": self._environment, "/hosts": self._hosts, "/browser": self._browser}
        )
        await self._control.start()

    def _register(self) -> None:
        for service in self.world.services.values():
            for app in (app for tenant in service.directory for app in tenant.apps):
                app.redirect_uris = (*app.redirect_uris, *self._redirect_uris)

    def _is_issuer(self, host: str) -> bool:
        generic = {customer.host for customer in people.ORGANISATIONS if customer.idp == "generic"}
        return host not in self.world.app_hosts and host not in generic and "*" not in host

    def _plainly(self, fault: Fault) -> Fault:
        if self._issuers is None:
            return fault
        return Plainly(fault, self._issuers.rewrite)

    def stop(self) -> None:
        """Stop everything; nothing is left behind."""
        if self._file is not None:
            self._file.unlink(missing_ok=True)
        try:
            self.world.run(self._stop())
        finally:
            self.world.stop()

    async def _stop(self) -> None:
        for part in (self._control, self._issuers, self._names, *self._made.values()):
            if part is not None:
                await part.stop()

    # -- what is told --------------------------------------------------------------------------------------------

    def variables(self) -> dict[str, str]:
        """The variables for a program, and every customer's connection as SSO_<ORGANISATION>_<VALUE>."""
        found = {} if self._plain else self._for_programs()
        for customer in self._customers():
            known = placeholders.of_customer(customer)
            for name in _OF_A_CONNECTION:
                found[f"SSO_{customer.name}_{name}".upper()] = self._told(known[name])
        return found

    def where(self) -> list[str]:
        """Where the app is and how it comes up, a line each; nothing for the reference relying party."""
        app = self._description
        if app is None:
            return []
        origin = self._customer(self._org).origin
        if not self._by_hand:
            return [f"{origin} is the app, connected to {self._org}"]
        said = [f"{origin} is whatever listens at {app.listens.replace('{port}', str(self._port))}"]
        if app.start.command:
            said.append('start the app there with "sso-harness exec" (other customers: --org), or serve with --start')
        if app.connection.command or app.connection.request:
            said.append('its "connection.command" and "connection.request" are yours to carry out; --start does it')
        return said

    def _for_programs(self) -> dict[str, str]:
        gateway = self.world.gateway
        return environment.for_programs(gateway.environment(), gateway.ca_bundle)

    def _told(self, text: str) -> str:
        return self._issuers.rewrite(text) if self._issuers is not None else text

    def _customers(self) -> list[OwnCustomer]:
        offered = [it for it in people.ORGANISATIONS if not (self._plain and it.idp == "generic")]
        if self._description is None:
            return [at(it, it.origin, it.redirect_uri) for it in offered]
        return [own(it, self._description) for it in offered if it.region in self._description.origins]

    def _customer(self, org: str) -> OwnCustomer:
        known = {customer.name: customer for customer in self._customers()}
        if org not in known:
            raise BadInput(f'there is no customer "{org}" here; choose one of {", ".join(known)}')
        return known[org]

    # -- what can be asked ---------------------------------------------------------------------------------------

    async def _environment(self, asked: dict[str, str]) -> dict[str, Any]:
        """The variables of `sso-harness exec`, with those of the description where there is one."""
        variables = self.variables()
        if asked.get("hosts"):
            variables = environment.without_proxy(variables)
        if self._description is None:
            return {"variables": variables, "command": []}
        customer = self._customer(asked.get("org") or self._org)
        served = [customer] if self._description.connection.serves == "one" else self._customers()
        instance = self._made.setdefault(customer.name, Instance(self._description, self._lodging(), served))
        await instance.stop()
        _, own_variables = await instance.furnish()
        inherited = self._for_programs()
        variables |= {key: it for key, it in own_variables.items() if inherited.get(key) != it}
        return {"variables": variables, "command": instance.command()}

    def _lodging(self) -> Lodging:
        gateway = self.world.gateway
        made = Lodging(gateway.proxy_url, gateway.ca_bundle, self._for_programs(), Logs(NEAR), port=self._port)
        if self._issuers is not None:
            made.plain(self._issuers.rewrite)
        return made

    async def _hosts(self, _: dict[str, str]) -> dict[str, Any]:
        """The hosts file of `sso-harness exec --hosts`; the names are opened on port 443 when first asked for."""
        if self._names is None:
            namespace.see_that_it_works()
            gateway = self.world.gateway
            names = NamedAddresses(self.world.routes, gateway.proxy_url, gateway.ca_bundle.parent)
            await names.start()
            self._names = names
        return {"hosts_file": str(self._names.hosts_file)}

    async def _browser(self, asked: dict[str, str]) -> dict[str, Any]:
        """What `sso-harness open` starts a browser with."""
        self._customer(asked.get("org") or self._org)
        arguments = self.world.gateway.chromium_arguments()
        file = str(self._description.file) if self._description is not None else ""
        return {
            "arguments": reaching_plain_issuers(arguments) if self._plain else arguments,
            "description": file,
            "hosts": list(self.world.app_hosts),
        }


def _by_hand(description: Description, port: int) -> Description:
    """The description of an app that somebody else starts: only the way to it is left."""
    return replace(
        description,
        listens=description.listens.replace("{port}", str(port)),
        start=replace(description.start, command=(), prepare=(), restart="never", reach="proxy"),
        connection=Connection(serves="all", auth_method=description.connection.auth_method),
    )
