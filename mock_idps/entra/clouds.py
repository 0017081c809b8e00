"""Microsoft's clouds: which hosts each has, and what stands in its documents.

Sources: https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud (hosts) and the captured
metadata in github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet,
test/Microsoft.IdentityModel.Protocols.OpenIdConnect.Tests/OpenIdConfigData.cs (public cloud). Instance names and Graph hosts
of the national clouds are not captured anywhere public; they follow the hosts' names.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cloud:
    """One cloud: `login` is its sign-in host and the name of its key ring, `aliases` further names of that host.

    `graph` is Microsoft Graph, `old_graph` the retired Azure AD Graph of group overage pointers, `sts` the host of v1
    issuers, `myapps` the portal of people's apps; `instance` and `rbac` stand in the metadata.
    """

    name: str
    login: str
    aliases: tuple[str, ...]
    graph: str
    old_graph: str
    sts: str
    myapps: tuple[str, ...]
    instance: str
    rbac: str

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host of this cloud."""
        return (self.login, *self.aliases, self.graph, self.old_graph, self.sts, *self.myapps)


PUBLIC = Cloud(
    name="public",
    login="login.microsoftonline.com",
    aliases=("login.windows.net", "login.microsoft.com"),
    graph="graph.microsoft.com",
    old_graph="graph.windows.net",
    sts="sts.windows.net",
    myapps=("myapps.microsoft.com", "launcher.myapps.microsoft.com"),
    instance="microsoftonline.com",
    rbac="https://pas.windows.net",
)

US_GOV = Cloud(
    name="us_gov",
    login="login.microsoftonline.us",
    aliases=(),
    graph="graph.microsoft.us",
    old_graph="graph.microsoftazure.us",
    sts="sts.microsoftonline.us",
    myapps=("myapps.microsoft.us",),
    instance="microsoftonline.us",
    rbac="https://pasff.usgovcloudapi.net",
)

CHINA = Cloud(
    name="china",
    login="login.partner.microsoftonline.cn",
    aliases=("login.chinacloudapi.cn",),
    graph="microsoftgraph.chinacloudapi.cn",
    old_graph="graph.chinacloudapi.cn",
    sts="sts.chinacloudapi.cn",
    myapps=("myapps.microsoft.cn",),
    instance="partner.microsoftonline.cn",
    rbac="https://pas.chinacloudapi.cn",
)

CLOUDS = (PUBLIC, US_GOV, CHINA)
"""All clouds; Germany's closed on 2021-10-29."""

BY_NAME = {cloud.name: cloud for cloud in CLOUDS}
BY_HOST = {host: cloud for cloud in CLOUDS for host in cloud.hosts}
"""The cloud of a host."""


def of(host: str | None) -> Cloud:
    """The cloud that `host` belongs to; a host of no cloud counts as the public one."""
    return BY_HOST.get(host or "", PUBLIC)
