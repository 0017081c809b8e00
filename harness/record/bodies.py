"""Bodies as text: what of a body is kept, and the masking of a whole recording."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from harness.record.events import End, Event, Hop, Refusal, Said, Step, Token
from harness.record.recording import Recording

if TYPE_CHECKING:
    from harness.record.exchange import Headers
    from harness.record.mask import Masker

MOST_CHARACTERS = 64 * 1024
"""How much of a JSON or form body is kept; far more than any token answer or key set."""

MOST_OF_A_PAGE = 16 * 1024
"""How much of an HTML page is kept, in characters."""

_TEXT = ("json", "html", "form-urlencoded", "text/plain", "xml", "jwt", "multipart/form-data")


@dataclass(frozen=True, slots=True)
class Kept:
    """A body's text, and what a reader must know about it: "" when it is whole."""

    text: str
    note: str = ""


def content_type(headers: Headers) -> str:
    """The media type of a message, lower case, without parameters; "" when there is none."""
    value = next((value for name, value in headers if name == "content-type"), "")
    return value.partition(";")[0].strip().lower()


def kept(body: bytes, headers: Headers, *, cut: bool) -> Kept:
    """What of `body` a recording keeps: text up to a length; of anything else only kind and size."""
    if not body:
        return Kept("")
    kind = content_type(headers)
    if kind and not any(it in kind for it in _TEXT):
        return Kept("", f"{kind}, {len(body)} bytes, not kept")
    most = MOST_OF_A_PAGE if "html" in kind else MOST_CHARACTERS
    text = body.decode("utf-8", "replace")
    if len(text) > most or cut:
        return Kept(text[:most], f"cut after {min(len(text), most)} of at least {len(body)} bytes")
    return Kept(text)


def masked(recording: Recording, masker: Masker) -> Recording:
    """The recording with its secrets replaced; first all of them are found, then each is replaced everywhere."""
    for hop in recording.of(Hop):
        masker.learn_url(hop.url)
        masker.learn_headers(hop.request_headers)
        masker.learn_headers(hop.response_headers)
        masker.learn_body(hop.request_body)
        masker.learn_body(hop.response_body)
    return replace(recording, events=tuple(_masked(event, masker) for event in recording.events))


def _masked(event: Event, masker: Masker) -> Event:  # noqa: PLR0911 - one line per kind of event
    match event:
        case Hop():
            return _masked_hop(event, masker)
        case Said():
            return replace(event, text=masker.replace(event.text), url=masker.replace_named(event.url))
        case Step():
            return replace(event, words=masker.replace_named(event.words))
        case Refusal():
            return replace(event, detail=masker.replace(event.detail))
        case Token():
            return replace(event, token=masker.replace(event.token))
        case End():
            observed, reason = masker.replace(event.observed), masker.replace(event.reason)
            return replace(event, observed=observed, reason=reason, url=masker.replace_named(event.url))
        case _:
            return event


def _masked_hop(hop: Hop, masker: Masker) -> Hop:
    return replace(
        hop,
        url=masker.replace_named(hop.url),
        request_headers=masker.replace_headers(hop.request_headers),
        request_body=masker.replace_named(hop.request_body),
        response_headers=masker.replace_headers(hop.response_headers),
        response_body=_masked_answer(hop, masker),
    )


def _masked_answer(hop: Hop, masker: Masker) -> str:
    # A page is prose: "?code=" in it is no pair. Its secrets have been learnt from its fields.
    page = "html" in content_type(hop.response_headers)
    return masker.replace(hop.response_body) if page else masker.replace_named(hop.response_body)
