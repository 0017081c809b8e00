"""Advice on a redirect URI as an administrator registered it: compared with the addresses the app really sends."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from . import redirect_uri
from .connection_advice import Hint


def hints(idp: str, typed: str, origins: Iterable[str]) -> list[Hint]:
    """What is wrong with `typed` for a connection of `idp`; `origins` are the app's, such as "https://app.pelanor.io".

    IdPs compare character by character (RFC 9700, 4.1.3), so whatever differs stops the login.
    """
    known = sorted(origins)
    try:
        parts = urlsplit(typed)
        host = parts.hostname or ""
    except ValueError:
        return [_wrong("This is no address; copy the redirect URI from the set-up guide.")]
    right = [origin for origin in known if urlsplit(origin).hostname == host]
    form = f"{(right or known)[0]}{redirect_uri.PATH}{idp or '{idp}'}-{{organization_id}}"
    if parts.scheme != "https":
        return [_wrong(f"Register the address with https: {form}")]
    if not right:
        return [_wrong(f"The app does not live at {host or 'this address'}. It lives at {' and '.join(known)}: {form}")]
    if f"{parts.scheme}://{parts.netloc}" != right[0]:
        return [_wrong(f"Write scheme and host exactly so, in lower case and without a port: {right[0]}")]
    return _path(idp, parts.path, rest=parts.query + parts.fragment, form=form)


def _path(idp: str, path: str, *, rest: str, form: str) -> list[Hint]:
    """What is wrong behind the host."""
    found = redirect_uri.split(path.removeprefix(redirect_uri.PATH)) if path.startswith(redirect_uri.PATH) else None
    if rest or path.endswith("/") or "//" in path:
        return [_wrong(f"Take away what is too much (a slash at the end, a query, a fragment): {form}")]
    if found is None or "{" in path or "%7B" in path.upper():
        return [_wrong(f"The address has the form {form}, with your own organization_id.")]
    named, organization_id = found
    if idp and named != idp:
        return [_wrong(f'The address is for the identity provider "{named}": {form}')]
    if not re.fullmatch(r"[A-Za-z0-9-]+", organization_id):
        return [_wrong("The organization_id holds letters, digits and hyphens only; copy it once more.")]
    return []


def _wrong(text: str) -> Hint:
    return Hint("redirect_uri", text)
