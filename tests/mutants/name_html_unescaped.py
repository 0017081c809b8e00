"""What another party says is put into pages as markup."""

from markupsafe import Markup

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "pages.shown": Markup,
    },
    killed_by=("name/markup",),
    also_red=("errors/markup",),
    seen_at=("https://github.com/OpenIDC/mod_auth_openidc/blob/master/ChangeLog",),
)
