"""Cookies have other names and no prefix."""

from harness.traps.trap import Trap

NAMES = {"session": "sid.pelanor", "login": "tx", "login-by-post": "tx.post"}

TRAP = Trap(
    allowed_by="RFC 6265bis, 4.1.3 (prefixes are a help, no duty)",
    replaces={"cookies.name": lambda kind, region: NAMES[kind]},
    near=("browser/cookie_flags", "session/no_cookie_left", "session/fixation", "callback/cookies_lost"),
)
