"""What another party says is put into pages as markup."""

from markupsafe import Markup

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "pages.shown": Markup,
    },
    killed_by=("name/markup",),
    also_red=("errors/markup",),
)
