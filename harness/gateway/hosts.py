"""The host names that belong to a run."""

from __future__ import annotations

import re
from collections.abc import Collection

_NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+")
_ADDRESS = re.compile(r"[0-9.]+")
_SHOWN = 100


def bare(authority: str) -> str:
    """The host of a `host[:port]` as sent in Host or CONNECT: lower case, no port, no final dot.

    Source: RFC 3986, 3.2.2 (host names are case-insensitive); RFC 9110, 7.2 (Host).
    """
    host, colon, port = authority.strip().lower().rpartition(":")
    if not colon or not (port.isdigit() or not port):
        host = authority.strip().lower()
    return host.removesuffix(".")


def is_name(host: str) -> bool:
    """Whether `host` is a DNS name of two labels or more; an IP address or "localhost" is none.

    Source: RFC 1123, 2.1 (letters, digits, hyphens; 63 characters a label, 253 in all).
    """
    return _NAME.fullmatch(host) is not None and _ADDRESS.fullmatch(host) is None


def printable(text: str) -> str:
    """Text from the wire, fit for a one-line message: visible ASCII only, at most 100 characters."""
    visible = "".join(letter if " " <= letter <= "~" else "?" for letter in text[:_SHOWN])
    return visible + ("..." if len(text) > _SHOWN else "")


class KnownHosts:
    """A live view of the run's names; an entry "*.okta.com" stands for every name below okta.com.

    The collection is read at each question, so a name may be added while the gateway runs. A browser that is
    already open keeps the names of its start.
    """

    def __init__(self, names: Collection[str]) -> None:
        self._names = names

    def __contains__(self, host: str) -> bool:
        """Whether `host`, bare and in lower case, is one of the run's names."""
        if host in self._names:
            return True
        labels = host.split(".")
        return is_name(host) and any(f"*.{'.'.join(labels[cut:])}" in self._names for cut in range(1, len(labels)))

    def names(self) -> list[str]:
        """All entries, sorted."""
        return sorted(self._names)

    def line(self) -> str:
        """The entries as they stand in an error message."""
        return ", ".join(self.names()) or "none"
