"""A FastAPI shop that signs people in with Authlib, set up as Authlib's page on FastAPI says."""

from __future__ import annotations

from typing import Any

from authlib.integrations.starlette_client import OAuth
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.middleware.sessions import SessionMiddleware

_PATIENCE = 60  # seconds for an answer of the IdP; a machine busy with other things is no IdP that fails


def create(discovery_url: str, client_id: str, client_secret: str) -> FastAPI:
    """The shop, connected to one IdP."""
    app = FastAPI()
    app.add_middleware(SessionMiddleware, secret_key="of no worth outside this test", https_only=True)
    oauth = OAuth()
    idp: Any = oauth.register(
        "idp",
        server_metadata_url=discovery_url,
        client_id=client_id,
        client_secret=client_secret,
        client_kwargs={"scope": "openid email profile", "timeout": _PATIENCE},
    )

    @app.get("/")
    def home(request: Request) -> Response:
        email = request.session.get("email")
        return HTMLResponse(f"<p>Signed in as {email}</p>" if email else '<a href="/login">Log in</a>')

    @app.get("/login")
    async def login(request: Request) -> Response:
        answer: Response = await idp.authorize_redirect(request, "https://shop.example/callback")
        return answer

    @app.get("/callback")
    async def callback(request: Request) -> Response:
        token = await idp.authorize_access_token(request)
        request.session["email"] = token["userinfo"]["email"]
        return RedirectResponse("/")

    return app
