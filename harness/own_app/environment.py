"""The variables that let a program of any make reach the run's issuers, and how they are written for shells and files."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

STORE_PASSWORD = "changeit"
"""The password of Java's trust store: Java's own default; the store holds nothing secret."""

LOCAL = "localhost,127.0.0.1,::1"
"""What an app reaches without the proxy: its own database, its own services."""

PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
"""The variables that name a proxy."""


def for_programs(gateway: Mapping[str, str], ca_bundle: Path) -> dict[str, str]:
    """`gateway` (its own variables) with what an app on this machine needs beside them.

    Local services stay reachable. Java takes neither proxy nor authorities from common variables; it reads
    JAVA_TOOL_OPTIONS (Oracle, "Java Networking and Proxies"; JSSE Reference Guide, "Customizing the Default Keystores").
    Go and .NET on Linux read SSL_CERT_FILE; AWS_CA_BUNDLE, PIP_CERT and GIT_SSL_CAINFO are left alone on purpose.
    """
    return {**gateway, "NO_PROXY": LOCAL, "no_proxy": LOCAL, "JAVA_TOOL_OPTIONS": _java(gateway, ca_bundle)}


def _java(gateway: Mapping[str, str], ca_bundle: Path) -> str:
    proxy = urlsplit(gateway["HTTPS_PROXY"])
    options = {
        "https.proxyHost": proxy.hostname,
        "https.proxyPort": proxy.port,
        "javax.net.ssl.trustStore": trust_store(ca_bundle),
        "javax.net.ssl.trustStorePassword": STORE_PASSWORD,
        "javax.net.ssl.trustStoreType": "PKCS12",
    }
    return " ".join(f"-D{name}={value}" for name, value in options.items())


def trust_store(ca_bundle: Path) -> Path:
    """A PKCS #12 trust store for Java beside `ca_bundle`, made when first asked for."""
    store = ca_bundle.with_suffix(".p12")
    if not store.exists():
        authority = pkcs12.PKCS12Certificate(x509.load_pem_x509_certificate(ca_bundle.read_bytes()), b"sso-harness")
        store.write_bytes(
            pkcs12.serialize_java_truststore([authority], BestAvailableEncryption(STORE_PASSWORD.encode()))
        )
    return store


def as_shell(variables: Mapping[str, str]) -> str:
    """Lines for `eval` in a POSIX shell."""
    return "".join(f"export {name}={shlex.quote(value)}\n" for name, value in variables.items())


def as_dotenv(variables: Mapping[str, str]) -> str:
    """Lines of a .env file; values are quoted, as python-dotenv, Docker Compose and dotenv (Node) all read them."""
    return "".join(f"{name}={_quoted(value)}\n" for name, value in variables.items())


def _quoted(value: str) -> str:
    return f"'{value}'" if "'" not in value else json.dumps(value)


def as_json(variables: Mapping[str, str]) -> str:
    """One JSON object."""
    return json.dumps(dict(variables), indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Mapping[str, str]], str]] = {"env": as_dotenv, "shell": as_shell, "json": as_json}
"""How variables can be written, by name."""


def without_proxy(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables for a program that finds the issuers in its /etc/hosts: trust as before, no proxy anywhere."""
    kept = {name: value for name, value in variables.items() if "proxy" not in name.lower()}
    java = " ".join(word for word in variables.get("JAVA_TOOL_OPTIONS", "").split() if ".proxy" not in word)
    return {**kept, **dict.fromkeys(PROXIES, ""), "JAVA_TOOL_OPTIONS": java}
