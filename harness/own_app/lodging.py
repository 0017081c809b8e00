"""Where an app lives while it is rehearsed: its variables, its way to the issuers, the place of its logs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from harness.own_app import endpoints, environment, namespace, placeholders
from harness.own_app.logs import Logs
from harness.own_app.names import NamedAddresses

if TYPE_CHECKING:
    from harness.own_app.customers import OwnCustomer
    from harness.own_app.description import Reach
    from harness.target import Surroundings


@dataclass(slots=True)
class Lodging:
    """What every copy of the app is given; `port` is 0 for a free one, `names` holds the run's names on port 443.

    `told` makes of a value that belongs to a customer what the app is told: the same, but in plain mode.
    """

    proxy_url: str
    ca_bundle: Path
    environment: Mapping[str, str]
    logs: Logs
    port: int = 0
    names: NamedAddresses | None = None
    told: Callable[[str], str] = str
    _values: dict[str, dict[str, str]] = field(default_factory=dict)

    async def values(self, customer: OwnCustomer) -> dict[str, str]:
        """Every placeholder that belongs to `customer`.

        Raises:
            AppFailed: The issuer's discovery document cannot be had.
        """
        if customer.name not in self._values:
            known = placeholders.of_customer(customer)
            found = await endpoints.look_up(known["discovery_url"], self.proxy_url, self.ca_bundle)
            self._values[customer.name] = {name: self.told(it) for name, it in {**known, **found}.items()}
        return self._values[customer.name]

    def housed(self, command: Sequence[str], reach: Reach) -> list[str]:
        """`command` so that it reaches the issuers: as it is behind the proxy, or with an /etc/hosts of its own."""
        if reach == "proxy" or self.names is None:
            return list(command)
        return namespace.with_hosts(self.names.hosts_file, command)

    def plain(self, rewrite: Callable[[str], str]) -> None:
        """From now on tell the issuers' plain addresses, which need neither proxy nor authority."""
        self.told = rewrite
        self.environment = {}

    async def close(self) -> None:
        """Give up the names on port 443, and the logs that nobody needs."""
        self.logs.close()
        if self.names is not None:
            await self.names.stop()


async def furnish(surroundings: Surroundings, reach: Reach) -> Lodging:
    """A lodging in these surroundings.

    Raises:
        PortTaken: `reach` is "hosts" and port 443 cannot be had; the line names the alternative.
    """
    lodging = Lodging(
        surroundings.proxy_url,
        surroundings.ca_bundle,
        environment.for_programs(surroundings.environment, surroundings.ca_bundle),
        Logs(surroundings.logs),
    )
    if reach == "hosts":
        namespace.see_that_it_works()
        lodging.names = NamedAddresses(surroundings.names, surroundings.proxy_url, surroundings.ca_bundle.parent)
        await lodging.names.start()
        lodging.environment = environment.without_proxy(lodging.environment)
    return lodging
