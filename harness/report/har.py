"""A recording as HAR 1.2, which developer tools of browsers open.

Source: http://www.softwareishard.com/blog/har-12-spec/
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from harness.record.bodies import content_type
from harness.record.events import Hop, Step
from harness.record.exchange import Headers
from harness.record.recording import Recording


def document(recording: Recording) -> dict[str, Any]:
    """The HAR object. Entries carry the lane as "_via"; steps of the person are its pages."""
    steps = [step for step in recording.of(Step) if step.depth == 0]
    return {
        "log": {
            "version": "1.2",
            "creator": {"name": "sso-harness", "version": str(recording.head.version)},
            "pages": [_page(recording, number, step) for number, step in enumerate(steps)],
            "entries": [_entry(recording, hop, steps) for hop in recording.of(Hop) if hop.method != "CONNECT"],
            "comment": recording.head.name,
        }
    }


def _moment(recording: Recording, at: float) -> str:
    return datetime.fromtimestamp(recording.head.at + at, UTC).isoformat(timespec="milliseconds")


def _page(recording: Recording, number: int, step: Step) -> dict[str, Any]:
    return {
        "id": f"step_{number}",
        "startedDateTime": _moment(recording, step.at),
        "title": f"{step.person} {step.verb.replace('_', ' ')} {step.words}".strip(),
        "pageTimings": {},
    }


def _entry(recording: Recording, hop: Hop, steps: list[Step]) -> dict[str, Any]:
    page = [number for number, step in enumerate(steps) if step.at <= hop.at]
    took = round(hop.took * 1000, 3)
    entry = {
        "startedDateTime": _moment(recording, hop.at),
        "time": took,
        "request": _request(hop),
        "response": _response(hop),
        "cache": {},
        "timings": {"send": 0, "wait": took, "receive": 0},
        "_via": hop.via,
        "_login": hop.login,
    }
    return entry | ({"pageref": f"step_{page[-1]}"} if page else {})


def _request(hop: Hop) -> dict[str, Any]:
    request: dict[str, Any] = {
        "method": hop.method,
        "url": hop.url,
        "httpVersion": "HTTP/1.1",
        "cookies": [
            _cookie(pair) for name, value in hop.request_headers if name == "cookie" for pair in value.split(";")
        ],
        "headers": _headers(hop.request_headers),
        "queryString": _pairs(parse_qsl(urlsplit(hop.url).query, keep_blank_values=True)),
        "headersSize": -1,
        "bodySize": len(hop.request_body.encode()),
    }
    if hop.request_body:
        kind = content_type(hop.request_headers)
        form = parse_qsl(hop.request_body, keep_blank_values=True) if "form-urlencoded" in kind else []
        request["postData"] = {"mimeType": kind, "params": _pairs(form), "text": hop.request_body}
    return request


def _response(hop: Hop) -> dict[str, Any]:
    found = [value for name, value in hop.response_headers if name == "set-cookie"]
    return {
        # 0 is what developer tools write for a request that got no answer.
        "status": hop.status or 0,
        "statusText": HTTPStatus(hop.status).phrase if hop.status in set(HTTPStatus) else "",
        "httpVersion": "HTTP/1.1",
        "cookies": [_set_cookie(value) for value in found],
        "headers": _headers(hop.response_headers),
        "content": {
            "size": len(hop.response_body.encode()),
            "mimeType": content_type(hop.response_headers) or "x-unknown",
            "text": hop.response_body,
            "comment": hop.response_note,
        },
        "redirectURL": next((value for name, value in hop.response_headers if name == "location"), ""),
        "headersSize": -1,
        "bodySize": len(hop.response_body.encode()),
    }


def _headers(headers: Headers) -> list[dict[str, str]]:
    return _pairs(headers)


def _pairs(found: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in found]


def _cookie(pair: str) -> dict[str, str]:
    name, _, value = pair.strip().partition("=")
    return {"name": name, "value": value}


def _set_cookie(line: str) -> dict[str, Any]:
    """A cookie as it was set, with what HAR knows of its attributes."""
    pair, *rest = line.split(";")
    flags = {name.strip().lower(): value.strip() for name, _, value in (it.partition("=") for it in rest)}
    told: dict[str, Any] = _cookie(pair) | {name: flags[name] for name in ("path", "domain") if name in flags}
    if "expires" in flags:
        with suppress(ValueError):  # a date that is none is left out
            told["expires"] = parsedate_to_datetime(flags["expires"]).isoformat()
    return told | {"httpOnly": "httponly" in flags, "secure": "secure" in flags}
