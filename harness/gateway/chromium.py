"""What Chromium is told so that it reaches the gateway and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from harness.gateway.sockets import LOOPBACK

_QUIET = (
    "--no-proxy-server",  # Chrome and Chromium
    "--proxy-server=direct://",  # headless-shell, which knows no "no-proxy-server" and would heed the shell's HTTPS_PROXY
    "--disable-quic",
    "--no-pings",
    "--dns-prefetch-disable",
    "--disable-background-networking",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
)


def resolver_rules(names: Iterable[str], tls_port: int) -> str:
    """Chromium's rules for host names: ours on port 443 go to the listener, all else is not found.

    IP addresses and "localhost" are matched by the last rule too. The first rule that fits wins.
    Source: Chromium, net/base/host_mapping_rules.h.
    """
    ours = [f"MAP {name}:443 {LOOPBACK}:{tls_port}" for name in names]
    return ", ".join([*ours, "MAP * ~NOTFOUND"])


def arguments(names: Iterable[str], tls_port: int, fingerprint: str) -> list[str]:
    """Command-line arguments for Chromium, Chrome and headless-shell.

    `fingerprint` is the run's authority: only its certificates pass; any other bad certificate stays an error.
    """
    return [
        f"--host-resolver-rules={resolver_rules(names, tls_port)}",
        f"--ignore-certificate-errors-spki-list={fingerprint}",
        *_QUIET,
    ]
