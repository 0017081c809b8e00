"""What somebody's `sso-harness.toml` says, once it has been read and found right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Reach = Literal["proxy", "hosts"]
"""How the app reaches the issuers: by HTTPS_PROXY, or by an /etc/hosts of its own."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a page a step acts; exactly one of these, `name` only with `role`."""

    role: str = ""
    name: str = ""
    label: str = ""
    text: str = ""
    test_id: str = ""
    selector: str = ""

    def __str__(self) -> str:
        if self.role:
            return f'{self.role} "{self.name}"'
        return next(f'{what.replace("_", " ")} "{value}"' for what, value in self._given())

    def _given(self) -> list[tuple[str, str]]:
        names = ("label", "text", "test_id", "selector")
        return [(name, getattr(self, name)) for name in names if getattr(self, name)]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person does: opens a path, clicks, fills in, or waits until the browser has left the app."""

    does: Literal["open", "click", "fill", "leave"]
    place: Place = Place()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """How the app is started. An empty `command` means that it runs already.

    `prepare` are commands that end (migrations), run before; `ready` is a path that answers below 500 once the app is
    up, within `ready_within` seconds; `slowest` is how long one answer may take, in seconds. With `restart`
    "scenario" a fresh process serves every scenario.
    """

    command: tuple[str, ...] = ()
    prepare: tuple[tuple[str, ...], ...] = ()
    directory: Path = Path()
    environment: Mapping[str, str] = field(default_factory=dict)
    ready: str = "/"
    ready_within: float = 30.0
    slowest: float = 9.0
    restart: Literal["never", "scenario"] = "never"
    reach: Reach = "proxy"


@dataclass(frozen=True, slots=True)
class Request:
    """An HTTP call that enters a connection into the running app; `body` is JSON-like data, or None."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None


@dataclass(frozen=True, slots=True)
class Connection:
    """How a customer's connection reaches the app.

    `auth_method` is the client authentication that the customer's admin chooses at an IdP that allows only one per app
    (JumpCloud); "" leaves the IdP's default.
    `serves` "one": the app knows one IdP, so each customer gets a process of its own; "all": one process serves every
    customer. `files` maps names in the app's private folder to Jinja2 templates beside the description. `command` and
    `request` are carried out once the app is up, for each customer.
    """

    serves: Literal["one", "all"] = "one"
    auth_method: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    command: tuple[str, ...] = ()
    request: Request | None = None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """How to see who is signed in: open a path, then read JSON paths ("user.email"; the first found) or an element."""

    path: str
    json: tuple[str, ...] = ()
    selector: str = ""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Where the app shows an error; `attribute` holds a code of the harness's own checks, where an app has those."""

    selector: str = ""
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """A target as its file describes it.

    `origins` are public addresses by region, `listens` where the app really listens ("{port}" for one that is chosen).
    `callback` is the path of the redirect URI with placeholders. `not_tried` maps scenario ids or folders to the reason
    why this app is not tried with them.
    """

    name: str
    file: Path
    origins: Mapping[str, str]
    listens: str
    callback: str
    start: Start
    connection: Connection
    begin: tuple[Step, ...]
    sign_out: tuple[Step, ...]
    signed_in: SignedIn
    complaint: Complaint = Complaint()
    signed_out_paths: tuple[str, ...] = ("/",)
    capabilities: frozenset[str] = frozenset()
    not_tried: Mapping[str, str] = field(default_factory=dict)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The public host names, each once."""
        return tuple(dict.fromkeys(origin.removeprefix("https://") for origin in self.origins.values()))

    @property
    def callback_prefix(self) -> str:
        """The path under which authorization responses arrive, up to its first placeholder."""
        return self.callback.partition("{")[0]

    @property
    def parallel(self) -> bool:
        """Whether several of these may run beside each other: each needs a port of its own."""
        return bool(self.start.command) and "{port}" in self.listens
