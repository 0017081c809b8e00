"""HARs as browsers export them, made by hand: one login at a customer nobody knows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

STATE = "kT3sQ9vX2mB7nL4pR8wZ"
CALLBACK = "https://app.pelanor.io/api/auth/callback/okta-contoso-9"
AUTHORIZE = "https://contoso.okta.com/oauth2/v1/authorize?" + urlencode(
    {
        "client_id": "0oa7h2k9d4m1q8r5t3x6",
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "openid profile email",
        "state": STATE,
        "nonce": "n-0S6_WzA2Mj",
    }
)
DENIED = {
    "state": STATE,
    "error": "access_denied",
    "error_description": "User is not assigned to the client application.",
}


def entry(
    url: str,
    status: int = 200,
    *,
    text: str | None = None,
    kind: str = "text/html; charset=utf-8",
    location: str = "",
    method: str = "GET",
    form: dict[str, str] | str | None = None,
    **more: Any,
) -> dict[str, Any]:
    """One entry in Chrome's form; `more` are members of the response."""
    request: dict[str, Any] = {
        "method": method,
        "url": url,
        "httpVersion": "http/2.0",
        "headers": [{"name": ":authority", "value": "x"}, {"name": "user-agent", "value": "Mozilla/5.0"}],
        "queryString": [],
        "cookies": [],
        "headersSize": -1,
        "bodySize": 0,
    }
    if isinstance(form, dict):
        request["postData"] = {
            "mimeType": "application/x-www-form-urlencoded",
            "params": [{"name": name, "value": value} for name, value in form.items()],
        }
    elif form is not None:
        request["postData"] = {"mimeType": "application/x-www-form-urlencoded", "text": form}
    content: dict[str, Any] = {"size": len(text or ""), "mimeType": kind}
    if text is not None:
        content["text"] = text
    headers = [{"name": "content-type", "value": kind}] + (
        [{"name": "location", "value": location}] if location else []
    )
    return {
        "_initiator": {"type": "other"},
        "_priority": "VeryHigh",
        "_resourceType": "document",
        "cache": {},
        "startedDateTime": more.pop("at", "2026-11-20T10:00:00.000Z"),
        "time": 12.5,
        "timings": {"blocked": -1, "send": 0, "wait": 12, "receive": 0.5},
        "request": request,
        "response": {
            "status": status,
            "statusText": "",
            "httpVersion": "http/2.0",
            "headers": headers,
            "cookies": [],
            "content": content,
            "redirectURL": location,
            "headersSize": -1,
            "bodySize": -1,
            "_transferSize": 100,
            **more,
        },
    }


def denied() -> list[dict[str, Any]]:
    """A login that Okta answers with an error: the app's page is of its own making."""
    answer = f"{CALLBACK}?{urlencode(DENIED)}"
    return [
        entry("https://app.pelanor.io/sign-in", text="<h1>Sign in</h1>"),
        entry("https://app.pelanor.io/assets/app.js", text="let error = 1", kind="application/javascript"),
        entry(AUTHORIZE, 302, location=answer),
        entry(answer, 403, text="<h1>Sorry</h1>"),
    ]


def document(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """A HAR around entries."""
    creator = {"name": "WebInspector", "version": "537.36"}
    return {"log": {"version": "1.2", "creator": creator, "pages": [], "entries": entries}}


@pytest.fixture
def har(tmp_path: Path) -> Callable[..., str]:
    """Writes a HAR and gives its path."""

    def write(entries: list[dict[str, Any]], name: str = "login.har") -> str:
        path = tmp_path / name
        path.write_text(json.dumps(document(entries)), encoding="utf-8")
        return str(path)

    return write
