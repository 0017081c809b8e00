"""Links that a stranger makes to an app: they name an address to which it shall lead afterwards.

The reference takes such an address where its guide says. Somebody's own app is watched first: which of its addresses are
asked on the way to the IdP, and which on the way out. The address is then named under every usual name at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from harness.own_app.mistakes import DoesNotApply
from harness.target import Elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Request

    from harness.actor import Actor

NAMES = ("next", "return_to", "returnTo", "return_url", "returnUrl", "redirect_to", "redirect", "callbackUrl", "rd")
"""Under which frameworks and sign-in libraries take the address to lead to."""


def signs_in_to_return_to(alice: Actor, address: str) -> None:
    """Sign in by a link that asks the app to lead to `address`, encoded as in a query, afterwards.

    Raises:
        DoesNotApply: No link begins a login at somebody's own app.
    """
    target = alice.world.target
    if not isinstance(target, Elsewhere):
        alice.signs_in(path=f"/sign-in?return_to={address}")
        return
    for link in reversed(_asked(alice, lambda other: other.begins())):
        luring = f"{link}?{_query(address)}"
        alice.opens(luring)
        if not alice.at_issuer() and "deep_links" in target.capabilities and not alice.at_the_refusal():
            alice.begins(path=luring.removeprefix(alice.origin))
        if alice.at_issuer():
            alice.signs_in_at_the_idp()
            return
    raise DoesNotApply(f'no link begins a login at target "{target.name}"')


def is_lured_on_to(alice: Actor, *addresses: str) -> None:
    """Open, signed in already, links that ask the app to lead to one of `addresses`."""
    elsewhere = isinstance(alice.world.target, Elsewhere)
    links = _asked(alice, lambda other: other.begins()) if elsewhere else [f"{alice.origin}/sign-in"]
    for address in addresses:
        for link in links:
            alice.opens(f"{link}?{_query(address)}")
            alice.signs_in_at_the_idp()


def is_lured_out_to(alice: Actor, address: str) -> None:
    """Follow links and press buttons of a stranger's that sign out and ask the app to lead to `address` afterwards.

    Raises:
        DoesNotApply: The description of somebody's own app says no way out.
    """
    if not isinstance(alice.world.target, Elsewhere):
        alice.submits_a_strangers_form(f"{alice.origin}/sign-out?{_query(address)}", {})
        return
    for link in _asked(alice, lambda other: other.signs_out(), signed_in=True):
        alice.follows_a_strangers_link(f"{link}?{_query(address)}")
        alice.submits_a_strangers_form(f"{link}?{_query(address)}", {})


def _asked(alice: Actor, does: Callable[[Actor], None], *, signed_in: bool = False) -> list[str]:
    """Addresses of the app, without queries, that another browser's tab asks for while its person `does` something."""
    other = alice.another_browser()
    if signed_in:
        other.signs_in()
    asked: list[str] = []

    def notes(request: Request) -> None:
        parts = urlsplit(request.url)
        callback = parts.path.startswith(alice.world.target.callback_path)
        if request.is_navigation_request() and parts.hostname in alice.world.app_hosts and not callback:
            asked.append(urlunsplit(parts._replace(query="", fragment="")))

    other.tab.on("request", notes)
    does(other)
    return list(dict.fromkeys(asked))


def _query(address: str) -> str:
    return "&".join(f"{name}={address}" for name in NAMES)
