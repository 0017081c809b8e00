"""The reference relying party, in this process."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import httpx2
from playwright.sync_api import Error, Page

from harness import hand, people
from harness.page_turn import turning
from harness.reference_rp.app import create_app
from harness.reference_rp.configuration import Configuration, Connection, Member, Organisation, Region, Timeouts

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp

    from harness.look import Look
    from harness.target import Running, Surroundings


UNHURRIED = Timeouts(connect=10.0, read=20.0, total=30.0)
"""Seconds that the back channel waits: a machine busy with other things is no issuer that fails."""


def configuration(surroundings: Surroundings) -> Configuration:
    """What the product's support would have entered for the fictional customers."""
    return Configuration(
        regions=tuple(Region(name, origin) for name, origin in people.ORIGINS.items()),
        organisations=tuple(_organisation(customer) for customer in people.ORGANISATIONS),
        proxy=surroundings.proxy_url,
        ca_bundle=str(surroundings.ca_bundle),
        timeouts=UNHURRIED,
    )


def _organisation(customer: people.Organisation, issuer: str = "") -> Organisation:
    return Organisation(
        name=customer.name,
        organization_id=customer.organization_id,
        region=customer.region,
        display_name=customer.display_name,
        connection=Connection(
            idp=customer.idp,
            issuer=issuer or people.issuer(customer),
            client_id=people.client_id(customer),
            client_secret=people.client_secret(customer),
        ),
    )


@dataclass(slots=True)
class _InProcess:
    """The running app; what `harness.support.Adjustable` asks for is done by configuring it anew."""

    app: FastAPI
    apps: Mapping[str, ASGIApp]
    configured: Configuration

    def reset(self) -> None:
        party = self.app.state.reference_rp
        party.reconfigure(self.configured)
        party.reset()

    def change_organisation(self, customer: people.Organisation, changes: dict[str, Any]) -> None:
        party = self.app.state.reference_rp
        organisations = tuple(
            replace(it, **changes) if it.name == customer.name else it for it in party.configuration.organisations
        )
        party.reconfigure(replace(party.configuration, organisations=organisations))

    def change_connection(self, customer: people.Organisation, changes: dict[str, Any]) -> None:
        party = self.app.state.reference_rp
        before = next(it for it in party.configuration.organisations if it.name == customer.name).connection
        self.change_organisation(customer, {"connection": replace(before, **changes)})

    def take_on(self, customer: people.Organisation, issuer: str) -> None:
        party = self.app.state.reference_rp
        organisations = (*party.configuration.organisations, _organisation(customer, issuer))
        party.reconfigure(replace(party.configuration, organisations=organisations))

    def give_up_after(self, seconds: float) -> None:
        party = self.app.state.reference_rp
        party.reconfigure(replace(party.configuration, timeouts=Timeouts(seconds, seconds, seconds)))

    def member(self, email: str, role: str, status: Literal["invited", "disabled"]) -> object:
        return Member(email, role, status)

    async def close(self) -> None:
        await self.app.state.reference_rp.http.aclose()


class Reference:
    """The reference relying party as a target."""

    name = "reference"
    capabilities = frozenset(
        {
            *("check_codes", "adjustable", "deep_links", "two_tabs", "pkce", "nonce", "lenient_organisation_name"),
            *("signature", "userinfo", "roles", "accounts", "back_channel_logout", "front_channel_logout", "initiate"),
            *("organisation_addresses", "form_post", "hidden_organisations", "organisation_step", "any_key", "refresh"),
            *("people_without_address", "bounded_answers", "issuer_sign_out", "refuses_frames"),
            *("fresh_state", "limits_subjects", "tolerates_null_lifetime"),
        }
    )
    callback_path = "/api/auth/callback/"

    async def start(self, surroundings: Surroundings) -> Running:
        """Make the app; it serves both regions."""
        configured = self.configured(surroundings)
        app = create_app(configured, clock=surroundings.clock)
        served = self.served(app)
        return _InProcess(app, {_host(origin): served for origin in people.ORIGINS.values()}, configured)

    def configured(self, surroundings: Surroundings) -> Configuration:
        """How the app is configured; an altered reference may be configured otherwise."""
        return configuration(surroundings)

    def served(self, app: ASGIApp) -> ASGIApp:
        """The app as it is served; an altered reference may stand behind something."""
        return app

    def begin(self, page: Page, origin: str, organisation: str, path: str | None) -> None:
        """Sign-in page, "Log in with SSO", organisation name, continue."""
        page.goto(origin + (path or "/"))
        hand.clicks(page, "a[href^='/sign-in/organisation']")
        hand.fills(page, "#organisation", organisation)
        with turning(page):
            hand.clicks(page, "form[action='/sign-in/organisation'] button")

    def sign_out(self, page: Page) -> None:
        """The button in the head of every workspace page."""
        page.get_by_role("button", name=re.compile("sign out", re.IGNORECASE)).click()

    def who(self, look: Look, origin: str) -> dict[str, Any]:
        """What /api/me answers."""
        try:
            answer: dict[str, Any] = json.loads(look.reads(f"{origin}/api/me"))
        except (Error, httpx2.HTTPError, json.JSONDecodeError):
            return {}
        return answer if answer.get("account") else {}

    def check(self, page: Page) -> str:
        """The error page's check code."""
        return str(page.evaluate("document.querySelector('main[data-check]')?.dataset.check ?? ''"))


def _host(origin: str) -> str:
    return origin.removeprefix("https://")


TARGET = Reference()
