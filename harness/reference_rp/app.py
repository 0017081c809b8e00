"""The app: all routes put together, and the two ways to make one."""

import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx2
from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from . import (
    adapters,
    connections,
    environment,
    headers,
    initiate,
    issuer_logout,
    mishap,
    pages,
    settings,
    sign_in,
    sign_out,
    support,
    wire,
    workspace,
)
from .configuration import Configuration, ConfigurationError
from .refusal import Refusal
from .relying_party import RelyingParty


def create_app(
    configuration: Configuration,
    *,
    clock: Callable[[], float] = time.time,
    http: httpx2.AsyncClient | None = None,
) -> FastAPI:
    """The relying party of `configuration`, all regions in one app.

    Args:
        configuration: what an operator configured.
        clock: seconds since the epoch.
        http: the back channel's client; one is made from the configuration, and closed at the end, when none is given.

    Raises:
        ConfigurationError: a connection names an identity provider that has no adapter.
    """
    _adapters_exist(configuration)
    party = RelyingParty(configuration, clock, http or wire.client(configuration))

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        if http is None:
            await party.http.aclose()

    app = FastAPI(title="Reference relying party", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.reference_rp = party
    for room in (sign_in, initiate, sign_out, issuer_logout, workspace, settings, connections, support):
        app.include_router(room.router)
    app.mount("/static", StaticFiles(directory=pages.FOLDER / "static"))
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(HTTPException, _nothing_here)
    app.add_middleware(mishap.Net)
    app.add_middleware(headers.Door, party=party)
    return app


def _adapters_exist(configuration: Configuration) -> None:
    """Refuse connections to identity providers that have no adapter, before anybody meets them."""
    known = adapters.names()
    for organisation in configuration.organisations:
        if organisation.connection and organisation.connection.idp not in known:
            raise ConfigurationError(
                f'organisation "{organisation.name}": unknown "idp" "{organisation.connection.idp}"; '
                f"choose one of {', '.join(known)}"
            )


def from_environment() -> FastAPI:
    """The relying party that the environment describes (see `environment`), for `uvicorn --factory`.

    Raises:
        SystemExit: code 2; the one line on stderr says what is wrong and what to do.
    """
    try:
        return create_app(environment.configuration(os.environ))
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None


async def _refused(request: Request, error: Exception) -> Response:
    """A check said no outside of a login."""
    if not isinstance(error, Refusal):
        raise error
    return pages.refused(request, error)


async def _nothing_here(request: Request, error: Exception) -> Response:
    """A page for addresses that do not exist, for methods they do not know, and for forms that are none."""
    if not isinstance(error, HTTPException):
        raise error
    return pages.page(request, "nothing_here.html", error.status_code)
