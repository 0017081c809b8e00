"""Single Logout: the other apps of the session are told in frames, with `iss` and `sid`.

Source: developer.okta.com/docs/guides/single-logout/main/. An app takes part by the switch `participate_slo` (off) and its
front-channel logout URI; published apps do not take part (developer.okta.com/docs/guides/submit-app-prereq/main/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from mock_idps.okta import answers, screens

if TYPE_CHECKING:
    from starlette.responses import Response

    from mock_idps.core.model import AppRegistration
    from mock_idps.core.sessions import Session
    from mock_idps.okta.servers import Server


def others(server: Server, session: Session | None, app: AppRegistration) -> list[AppRegistration]:
    """The apps that the session served, other than `app`, that want to be told."""
    if session is None:
        return []
    known = (server.tenant.app(client_id) for client_id in session.apps if client_id != app.client_id)
    return [it for it in known if it and it.frontchannel_logout_uri and it.settings.get("participate_slo")]


def page(server: Server, session: Session, told: list[AppRegistration], target: str) -> Response:
    """A page whose frames tell the apps, and that then goes on to `target`."""
    frames = []
    for app in told:
        uri = str(app.frontchannel_logout_uri)
        query = f"iss={quote_plus(server.issuer(app).url)}&sid={quote_plus(session.id)}"
        frames.append(f"{uri}{'&' if '?' in uri else '?'}{query}")
    answer = screens.show(server.tenant, "signing_out", frames=frames, target=target)
    answer.headers.update(answers.NO_STORE)
    return answer
