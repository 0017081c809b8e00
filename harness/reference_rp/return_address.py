"""Return addresses: where a person wanted to go before they had to sign in. Only pages of this app qualify."""

import re
from urllib.parse import urlsplit

from fastapi.responses import RedirectResponse, Response

from .transactions import Transaction

HOME = "/workspace"
MAX_LENGTH = 1000

# A browser drops tabs and line breaks and reads "\" as "/", so neither may come near a Location header.
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\\]")


def safe(address: str, origin: str) -> str:
    """`address` as a path of this app, or the home page for anything else (RFC 9700, 4.11.1).

    An absolute address on our own `origin` is taken as its path.
    """
    if address.startswith(f"{origin}/"):
        address = address[len(origin) :]
    if len(address) > MAX_LENGTH or not address.startswith("/") or _UNSAFE.search(address):
        return HOME
    if address.startswith("//") or _decodes_to_a_host(address):
        return HOME
    # Landing on a sign-in or API page again would be a loop or a download, not a place to be.
    return HOME if urlsplit(address).path.startswith(("/api/", "/sign-")) else address


def _decodes_to_a_host(address: str) -> bool:
    """Whether the start of `address` names a host after one more decoding, as a careless next hop would do."""
    start = address[:16].lower()
    return bool(re.match(r"/(%09|%0a|%0d|%2f|%5c)", start))


def after_login(transaction: Transaction) -> str:
    """Where the person of `transaction` goes once signed in."""
    return transaction.return_to


def go(address: str) -> Response:
    """Send the browser to `address` with a fresh GET, away from any URL that carries a code (RFC 9700, 4.2.4)."""
    return RedirectResponse(address, status_code=303)
