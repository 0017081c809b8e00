"""One request of the customer's browser, cut down to what a login can be told from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, urljoin, urlsplit

from harness.evidence.page import Page


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and its answer.

    `form` are posted fields, `location` the redirect's target, `page` the answer's body, `kind` its media type. `at` is when it
    began (ISO 8601, "" unknown), `failed` the browser's own error ("net::ERR_…"), `prefetched` whether nobody asked for it,
    `worker` whether a service worker of the page stood in between.
    """

    method: str
    url: str
    status: int
    form: Mapping[str, str] = field(default_factory=dict)
    location: str = ""
    page: Page = field(default_factory=Page)
    kind: str = ""
    at: str = ""
    failed: str = ""
    prefetched: bool = False
    worker: bool = False

    @property
    def host(self) -> str:
        """The host asked."""
        return (split(self.url).hostname or "").lower()

    @property
    def path(self) -> str:
        """The path asked."""
        return split(self.url).path

    @property
    def parameters(self) -> dict[str, str]:
        """Query, fragment and posted form together; of a repeated name the last."""
        return {**parameters(self.url), **self.form}

    @property
    def target(self) -> str:
        """Where the answer sends the browser, as a whole address; "" for nowhere."""
        try:
            return urljoin(self.url, self.location) if self.location else ""
        except ValueError:
            return ""

    @property
    def repeated(self) -> bool:
        """Whether the query repeats a parameter."""
        names = [name for name, _ in parse_qsl(split(self.url).query, keep_blank_values=True)]
        return len(names) != len(set(names))

    @property
    def text(self) -> str:
        """What a person reads on the page."""
        return self.page.text

    @property
    def check(self) -> str:
        """The check that an error page names in `data-check`; "" for other pages."""
        return self.page.check


def split(url: str) -> SplitResult:
    """An address in parts; one that is none has none."""
    try:
        parts = urlsplit(url)
        parts.hostname  # noqa: B018 - says now whether the host can be read
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def parameters(url: str) -> dict[str, str]:
    """The parameters in query and fragment of an address."""
    parts = split(url)
    return {**_pairs(parts.fragment), **_pairs(parts.query)}


def _pairs(text: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(text.lstrip("/?"), keep_blank_values=True, max_num_fields=500))
    except ValueError:
        return {}
