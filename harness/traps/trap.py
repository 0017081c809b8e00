"""What a file in tests/traps/ promises as `TRAP`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from harness.mutation.replacing import replaced
from harness.reference_rp.configuration import Configuration

if TYPE_CHECKING:
    from starlette.types import ASGIApp


def as_it_is(thing: Any) -> Any:
    """Nothing is changed."""
    return thing


@dataclass(frozen=True, slots=True)
class Trap:
    """One right relying party that differs from the reference; its file's docstring says in what.

    Attributes:
        allowed_by: what leaves an app this choice: a section of a specification, or the product.
        replaces: what stands instead, by dotted name below `harness.reference_rp`, such as "organisations.normalised".
        configured: the configuration it runs with, made from the usual one.
        served: what it stands behind, as ASGI middleware.
        drives: how a person's way through it differs: "begin", "sign_out", "who" or "check" of a target, by name.
        lacks: capabilities of the reference that it has not.
        takes: liberties it declares; scenarios that judge otherwise say so in `unless`.
        near: the scenarios nearest to the difference, tried beside the usual ones.
        idp, region: the cell where it is tried.
        same: why there is nothing to change, where the reference itself is this trap.
    """

    allowed_by: str
    replaces: Mapping[str, Any] = field(default_factory=dict)
    configured: Callable[[Configuration], Configuration] = as_it_is
    served: Callable[[ASGIApp], ASGIApp] = as_it_is
    drives: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    lacks: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    idp: str = "okta"
    region: str = "us"
    same: str = ""

    def in_force(self) -> AbstractContextManager[None]:
        """Replace inside the block, and put back afterwards whatever happens.

        Raises:
            AttributeError: The relying party has nothing of that name.
        """
        return replaced(self.replaces)

    @property
    def differs(self) -> bool:
        """Whether anything is other than at the reference."""
        changed = self.configured is not as_it_is or self.served is not as_it_is
        return changed or bool(self.replaces or self.drives or self.lacks or self.takes)
