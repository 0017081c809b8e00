"""Userinfo is a signed token, and the signature is a stranger's."""

import json

from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mock_idps.core import transport
from mock_idps.core.fault import Fault


async def signed(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """The app's own answer as application/jwt, signed with a key that nobody publishes."""
    start: Message = {}
    body = b""

    async def kept(message: Message) -> None:
        nonlocal start, body
        if message["type"] == "http.response.start":
            start = message
        else:
            body += message.get("body", b"")

    await app(scope, receive, kept)
    token = jwt.encode({"alg": "RS256", "kid": "a-strangers"}, json.loads(body), RSAKey.generate_key(2048)).encode()
    kept_headers = [it for it in start["headers"] if it[0].lower() not in {b"content-type", b"content-length"}]
    headers = [*kept_headers, (b"content-type", b"application/jwt"), (b"content-length", str(len(token)).encode())]
    await send({**start, "headers": headers})
    await send({"type": "http.response.body", "body": token})


class UserinfoSignedByAStranger(Fault):
    """Keeps every claim as it is; only the wrapping is untrue."""

    breaks = "OIDC Core 1.0, 5.3.2: a signed answer is to be validated before it is used"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "userinfo", signed)


FAULT = UserinfoSignedByAStranger()
