"""No redirect of an issuer's back channel is followed."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="RFC 9700, 4.12; OIDC Discovery 1.0, 4.2 (the answer is a document)",
    near=("token_endpoint/redirected", "discovery/page"),
    same="the reference follows none",
)
