"""An org with API Access Management, at its production name."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx2
import pytest

from mock_idps.core.model import AppRegistration, Directory, Person, Tenant
from mock_idps.okta import VENDOR

ORG = "https://globex.okta.com"
CALLBACK = "https://app.pelanor.io/api/auth/callback/okta-globex"
CLIENT = "0oa1pelanor000000001"
SECRET = "s3cret-of-the-app_with-dashes_and_underscores-0123456789abcdefgh"
LOGIN = "alice@globex.example"
PASSWORD = "correct horse"


@pytest.fixture
def tenant() -> Tenant:
    alice = Person(LOGIN, "00u1alice00000000001", "Alice Archer", "Alice", "Archer", LOGIN)
    app = AppRegistration(CLIENT, SECRET, redirect_uris=(CALLBACK,))
    settings: dict[str, Any] = {"api_access_management": True}
    return Tenant("00o1globex0000000001", "globex.okta.com", "Globex", people=[alice], apps=[app], settings=settings)


@pytest.fixture
def stage(staged: Callable[..., Any], tenant: Tenant) -> Any:
    return staged(VENDOR, Directory([tenant]))


def signs_in(browser: httpx2.Client, address: str) -> str:
    """Alice signs in at `address`; the callback address that the app would get."""
    page = browser.get(address, headers={"Accept": "text/html"})
    for typed in ({"identifier": LOGIN}, {"credentials.passcode": PASSWORD}):
        form = re.search(r'action="([^"]+)".*?name="stateHandle" value="([^"]+)"', page.text, re.DOTALL)
        assert form is not None, page.text
        target = urljoin(str(page.url), unescape(form[1]))
        page = browser.post(target, data={"stateHandle": form[2], **typed})
    while urlsplit(page.headers["location"]).hostname != "app.pelanor.io":
        page = browser.get(urljoin(str(page.url), page.headers["location"]))
    return str(page.headers["location"])
