"""How a person walks a vendor's sign-in pages: which element is which, as data for whoever drives a browser."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Walk:
    """CSS selectors of a vendor's sign-in pages, in the vendor's own element ids and names.

    `login` and `next` are the first step; `next` is "" when login and password share one page. `password` and `submit`
    are the second. `after` are elements that may show up after the password and are simply clicked, in any order, until
    the browser is back at the app (Entra: "Stay signed in?" -> yes; consent -> accept). `cancel` leaves without signing
    in ("" when the vendor has no such thing). `error` holds an error of the sign-in pages; `dead_end` marks a page from
    which no way leads back to the app. `code` and `code_submit` are the second factor's field and button; `another` is
    "use another account" of an account picker, and `account` the tile of one account, with `{login}` filled in.
    """

    login: str
    next: str
    password: str
    submit: str
    after: tuple[str, ...] = ()
    cancel: str = ""
    error: str = "[role=alert]"
    dead_end: str = ""
    code: str = ""
    code_submit: str = ""
    account: str = ""
    another: str = ""
