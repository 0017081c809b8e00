"""Groups in tokens: object ids, only if the app's admin asked for them, and a pointer instead when there are too many.

Sources: https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference (limits),
https://github.com/hashicorp/vault/issues/7510 (the pointer as it stands on the wire).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.entra import authority

if TYPE_CHECKING:
    from mock_idps.core.model import Claims
    from mock_idps.entra.claims import Subject

MOST_IN_JWT = 200
MOST_IN_IMPLICIT = 5
"""Groups that a token may list; from /authorize there is hardly room in the address."""


def group_claims(subject: Subject) -> Claims:
    """`groups`, or what replaces it. App setting "group_membership_claims" is None by default.

    Its values are the manifest's ("SecurityGroup", "All", "ApplicationGroup", …); "ApplicationGroup" lists only the
    group ids in the app setting "assigned_groups". Nobody's token carries an empty list.
    """
    settings = subject.app.settings
    kind = settings.get("group_membership_claims")
    if kind is None or kind == "None":
        return {}
    ids = [group.id for group in subject.person.groups]
    if kind == "ApplicationGroup":
        ids = [it for it in ids if it in settings.get("assigned_groups", ())]
    if subject.implicit and len(ids) > MOST_IN_IMPLICIT:
        return {"hasgroups": True}
    if len(ids) > MOST_IN_JWT:
        return overage(subject)
    return {"groups": ids} if ids else {}


def overage(subject: Subject) -> Claims:
    """The pointer: a member list at the retired Azure AD Graph, although the docs name Microsoft Graph."""
    cloud = authority.cloud_of(subject.tenant)
    endpoint = f"https://{cloud.old_graph}/{subject.tenant.id}/users/{subject.person.id}/getMemberObjects"
    return {"_claim_names": {"groups": "src1"}, "_claim_sources": {"src1": {"endpoint": endpoint}}}
