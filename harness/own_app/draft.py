"""A first, commented description, written from the answers to a few questions."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from dataclasses import dataclass

from harness.own_app.abilities import ABILITIES
from harness.own_app.reading import LISTENS, ORIGIN

Check = Callable[[str], str]
"""What is wrong with an answer, and the way out; "" when nothing is."""

Ask = Callable[[str, str, Check], str]
"""Asks a person: question, default, and what an answer must be; the default stands for an empty answer."""

_TEXT = """\
# How sso-harness starts and drives this app; docs/own-app.md lists every key. Try it with: sso-harness run login
name = {name}

# What the app does, so that only scenarios that fit it are tried; there are also:
# {others}
capabilities = {capabilities}

[app]
# The public address by region (us, eu), as in production. The browser really shows it.
origins = {{ us = {origin} }}
# Where the app really listens. With {{port}} a free port is chosen, and several may run beside each other.
listens = {listens}
# How it is started. Without this it runs already, and only "serve", "exec" and "open" reach it: see docs/own-app.md.
{command}
# A path that answers once the app is up.
ready = {ready}
# The path of the redirect URI; {{idp}}, {{organization_id}} and {{organisation}} may stand in it.
callback = {callback}
# "proxy": HTTPS_PROXY. "hosts": an /etc/hosts of its own, for Node's fetch before Node 24 and whatever ignores proxies.
reach = {reach}

[connection]
# "one": the app knows one IdP, each customer gets a copy of its own. "all": one copy serves every customer.
serves = "one"

[connection.environment]
# Variables in which the app expects its connection.
{variables}

[person]
# The way from the front door to the IdP: open, click, fill; leave = true waits until the app sends the browser away.
begin = [
  {{ open = "{{path}}" }},
  {{ click = {{ role = {role}, name = {button} }} }},
]

# The way out; without it, scenarios that sign out are skipped. Usual: open, then click.
{sign_out}

[signed_in]
# Who is signed in: a path and a JSON path in its answer, or selector = "…" for the text of an element.
open = {who}
{look}
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said, as TOML needs it."""

    name: str
    origin: str
    listens: str
    command: str
    ready: str
    callback: str
    reach: str
    variables: dict[str, str]
    role: str
    button: str
    out: str
    who: str
    look: str


_VARIABLES = {
    "issuer URL": ("{issuer}", "OIDC_ISSUER"),
    "client id": ("{client_id}", "OIDC_CLIENT_ID"),
    "client secret": ("{client_secret}", "OIDC_CLIENT_SECRET"),
    "redirect URI (empty: none)": ("{redirect_uri}", ""),
    "port to listen on (empty: none)": ("{port}", "PORT"),
}


def ask(question: Ask, name: str) -> Answers:
    """Ask for everything; `name` is the default for the app's name."""
    named = question("Name of the app", name, _anything)
    command = question("Command that starts it (-: it runs already)", "npm start", _command)
    command = "" if command == "-" else command
    return Answers(
        name=named,
        origin=question("Public address", "https://app.example.com", _origin).rstrip("/"),
        command=command,
        listens=question(
            "Where it listens", "http://127.0.0.1:{port}" if command else "http://127.0.0.1:3000", _listens
        ),
        ready=question("A path that answers once it is up", "/", _path),
        callback=question("Path of the redirect URI", "/callback", _path),
        variables=_variables(question, started=bool(command)),
        reach=question("Reach the issuers by proxy or hosts", "proxy", _one_of("proxy", "hosts")),
        role=question("The way to log in is a link or a button", "link", _one_of("link", "button")),
        button=question("What stands on it", "Log in", _anything),
        out=question(
            'What stands on the button to log out ("link Log out" for a link, - for none)', "Log out", _anything
        ),
        who=question("A path that says who is signed in", "/api/me", _path),
        look=question(
            'JSON path of the mail address there, or a CSS selector that begins with "." or "#"', "email", _anything
        ),
    )


def _anything(_: str) -> str:
    return ""


def _command(answer: str) -> str:
    try:
        shlex.split(answer)
    except ValueError as error:
        return f"this cannot be split into words ({error}); close what is quoted"
    return ""


def _origin(answer: str) -> str:
    fits = ORIGIN.fullmatch(answer.rstrip("/"))
    return "" if fits else 'write https and the host that customers see, such as "https://app.example.com"'


def _listens(answer: str) -> str:
    fits = LISTENS.fullmatch(answer.rstrip("/"))
    return "" if fits else 'write an address of this machine such as "http://127.0.0.1:3000"'


def _path(answer: str) -> str:
    return "" if answer.startswith("/") else 'write a path such as "/callback"'


def _one_of(*known: str) -> Check:
    return lambda answer: "" if answer in known else f"write {' or '.join(known)}"


def _variables(question: Ask, *, started: bool) -> dict[str, str]:
    asked = {
        meaning: question(f"Environment variable for the {meaning}", usual, _anything)
        for meaning, (value, usual) in _VARIABLES.items()
        if started or value != "{port}"
    }
    return {name: _VARIABLES[meaning][0] for meaning, name in asked.items() if name}


def _sign_out(said: str) -> str:
    role, name = ("link", said.removeprefix("link ")) if said.startswith("link ") else ("button", said)
    step = f'sign_out = [{{ open = "/" }}, {{ click = {{ role = "{role}", name = {json.dumps(name)} }} }}]'
    return f"# {step}" if said == "-" else step


def text(answers: Answers, capabilities: tuple[str, ...] = ()) -> str:
    """The description; strings are written as JSON, which TOML reads alike."""
    quoted = json.dumps
    look = "selector" if answers.look[:1] in {".", "#"} else "json"
    variables = "\n".join(f"{name} = {quoted(value)}" for name, value in answers.variables.items())
    words = shlex.split(answers.command)
    return _TEXT.format(
        name=quoted(answers.name),
        capabilities=quoted(list(capabilities)),
        others=", ".join(name for name in ABILITIES if name not in capabilities),
        origin=quoted(answers.origin),
        listens=quoted(answers.listens),
        command=f"command = {quoted(words)}" if words else '# command = ["npm", "start"]',
        ready=quoted(answers.ready),
        callback=quoted(answers.callback),
        reach=quoted(answers.reach),
        variables=variables or '# OIDC_ISSUER = "{issuer}"',
        role=quoted(answers.role),
        button=quoted(answers.button),
        sign_out=_sign_out(answers.out),
        who=quoted(answers.who),
        look=f"{look} = {quoted(answers.look)}",
    )
