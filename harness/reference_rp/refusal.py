"""A refusal: the one exception by which any check stops a login."""


class Refusal(Exception):
    """A check said no.

    Attributes:
        check: the stable code shown and logged, one of `checks.ORDER`.
        detail: one line for the log; never holds a secret, a code or a token.
        idp_error: the identity provider's own "error" value, if it gave one.
        idp_description: the provider's "error_description"; hostile text, to be escaped where shown.
    """

    def __init__(self, check: str, detail: str = "", *, idp_error: str = "", idp_description: str = "") -> None:
        super().__init__(f"{check}: {detail}")
        self.check = check
        self.detail = detail
        self.idp_error = idp_error
        self.idp_description = idp_description
