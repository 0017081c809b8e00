"""harness/gateway/hosts.py."""

import pytest

from harness.gateway.hosts import KnownHosts, bare, is_name, printable


@pytest.mark.parametrize(
    "sent", ["App.Pelanor.IO", "app.Pelanor.io:443", "app.pelanor.io.", " app.pelanor.io ", "app.pelanor.io:"]
)
def test_bare_host(sent: str) -> None:
    """Case, port, final dot and blanks do not make another host."""
    assert bare(sent) == "app.pelanor.io"


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "[::1]", "", "a_b.io", "-a.io", "a..io", f"{'a' * 64}.io", "2130706433"]
)
def test_no_name(host: str) -> None:
    """Addresses, single labels and what DNS does not allow are no names."""
    assert not is_name(host)


def test_wildcard_stands_for_all_below() -> None:
    """An entry with a star covers names at any depth below its domain."""
    assert {"a.okta.com", "a.b.okta.com"} <= {
        host for host in ("a.okta.com", "a.b.okta.com") if host in KnownHosts(["*.okta.com"])
    }


@pytest.mark.parametrize("host", ["okta.com", "notokta.com", "a.okta.com.evil.example", "*.okta.com.", "a .okta.com"])
def test_wildcard_stands_for_nothing_else(host: str) -> None:
    """An entry with a star covers neither its own domain nor look-alikes."""
    assert host not in KnownHosts(["*.okta.com"])


def test_names_are_read_live() -> None:
    """A name added while the gateway runs is known at once."""
    names = {"app.pelanor.io"}
    known = KnownHosts(names)

    names.add("acme.okta.com")

    assert "acme.okta.com" in known


def test_printable_keeps_to_one_short_line() -> None:
    """What a client sends cannot break a message into lines or flood it."""
    assert printable("a\r\nb\x1b[0m") == "a??b?[0m"
    assert len(printable("x" * 5000)) < 110
