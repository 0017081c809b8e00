"""An error of the issuer starts the next login at once."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import return_address, sign_in
from harness.reference_rp.refusal import Refusal

_refused = sign_in.refused


def refused(request: Request, refusal: Refusal, organization_id: str, idp: str) -> Response:
    if refusal.check != "idp_error":
        return _refused(request, refusal, organization_id, idp)
    return return_address.go(f"/api/auth/initiate/{idp}-{organization_id}")


MUTANT = Mutant(
    replaces={"sign_in.refused": refused},
    killed_by=(
        "errors/login_required",
        "errors/access_denied",
        "okta/consent_denied",
        "okta/not_assigned_with_a_session",
        "okta/not_assigned_at_the_classic_engine",
        "okta/okta_overloaded",
        "okta/custom_scope_at_the_org_server",
        "okta/groups_scope_at_a_custom_server",
        "okta/policy_matches_nothing",
    ),
    also_red=("errors/consent_required", "errors/line_breaks", "errors/markup", "callback/error_by_form_post"),
    seen_at=(
        "https://github.com/mozilla/mozilla-django-oidc/issues/153",
        "https://github.com/opensearch-project/security-dashboards-plugin/issues/990",
        "https://github.com/keycloak/keycloak/issues/17441",
        "https://github.com/getwud/wud/issues/1258",
    ),
)
