"""An organisation at JumpCloud's production names, its long keys made once per run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest

from harness.plain_login import forms
from mock_idps.core.model import AppRegistration, Directory, Person, Tenant
from mock_idps.jumpcloud import VENDOR

from ..conftest import Stage  # noqa: TID252 - a conftest has no absolute name

ISSUER = "https://oauth.id.jumpcloud.com/"
CALLBACK = "https://app.pelanor.io/api/auth/callback/jumpcloud-initech"
CLIENT = "11111111-1111-4111-8111-111111111111"
SECRET = "b7e1f0c4d2a9486f8e5d3c1b0a9f8e7d"
LOGIN = "alice@initech.example"
PASSWORD = "correct horse"


@dataclass
class Outside:
    """What a stranger's program meets; `method` is how the app is registered to authenticate."""

    stage: Stage
    app: AppRegistration

    def person_signs_in(self, address: str) -> str:
        """Alice signs in at `address`; the callback address that the app would get."""
        with self.stage.browser() as browser:
            page = browser.get(address, follow_redirects=True)
            for typed in ({"email": LOGIN}, {"email": LOGIN, "password": PASSWORD}):
                page = browser.post(httpx2.URL(str(page.url)).join(forms(page.content)[0].action), data=typed)
            while page.headers["location"].partition("?")[0] != CALLBACK:
                page = browser.get(page.headers["location"])
        return str(page.headers["location"])


@pytest.fixture(scope="session")
def stage_of_the_run() -> Iterator[Stage]:
    """JumpCloud behind the gateway; keys of 4096 bits take seconds, so all tests share them."""
    stage = Stage(VENDOR, Directory()).start()
    yield stage
    stage.stop()


@pytest.fixture
def outside(stage_of_the_run: Stage, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A fresh organisation, and an environment by which programs reach it."""
    alice = Person(LOGIN, "5e276189c54d3827769d019c", "Alice Archer", "Alice", "Archer", LOGIN, PASSWORD)
    app = AppRegistration(CLIENT, SECRET, redirect_uris=(CALLBACK,))
    tenant = Tenant("7778e57842cd2850567c09b9", "initech.example", "Initech", "us", [alice], [app])
    stage_of_the_run.service.reset(Directory([tenant]))
    for name, value in stage_of_the_run.environment.items():
        monkeypatch.setenv(name, value)
    return Outside(stage_of_the_run, app)
