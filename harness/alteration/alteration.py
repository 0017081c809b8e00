"""What every file of altered relying parties promises: the reference, with something otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from harness.alteration.replacing import replaced
from harness.targets.reference import Reference

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from harness.reference_rp.configuration import Configuration
    from harness.scenario import Scenario


def as_it_is(thing: Any) -> Any:
    """Nothing is changed."""
    return thing


@dataclass(frozen=True)
class Alteration:
    """One relying party that differs from the reference; its file's docstring says in what.

    Attributes:
        replaces: what stands instead, by dotted name below `harness.reference_rp`, such as "checks.nonce" or
            "transactions.Transactions.find".
        configured: the configuration it runs with, made from the usual one.
        served: what it stands behind, as ASGI middleware.
        drives: how a person's way through it differs: "begin", "sign_out", "who" or "check" of a target, by name.
        lacks: capabilities of the reference that it has not.
        takes: liberties it declares; scenarios that judge otherwise say so in `unless`.
        idp, region: the cell where it is tried.
    """

    replaces: Mapping[str, Any] = field(default_factory=dict)
    configured: Callable[[Configuration], Configuration] = field(default=as_it_is, kw_only=True)
    served: Callable[[ASGIApp], ASGIApp] = field(default=as_it_is, kw_only=True)
    drives: Mapping[str, Callable[..., Any]] = field(default_factory=dict, kw_only=True)
    lacks: tuple[str, ...] = field(default=(), kw_only=True)
    takes: tuple[str, ...] = field(default=(), kw_only=True)
    idp: str = field(default="okta", kw_only=True)
    region: str = field(default="us", kw_only=True)

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

    @property
    def cell(self) -> tuple[str, str]:
        """IdP and region where it is tried."""
        return self.idp, self.region

    @property
    def capabilities(self) -> frozenset[str]:
        """What a target that is this one can do."""
        return (Reference.capabilities - set(self.lacks)) | set(self.takes)

    @property
    def names(self) -> tuple[str, ...]:
        """The scenarios that its file names."""
        return ()

    def complaints(self, known: Mapping[str, Scenario]) -> Iterator[str]:
        """What makes no sense in it where these scenarios are `known`, each as the end of a sentence about its file."""
        try:
            with self.in_force():
                pass
        except (AttributeError, ImportError) as error:
            yield f"replaces what does not exist: {error}"
        liberties = {word for scenario in known.values() for word in scenario.unless}
        for case in self.names:
            if case not in known:
                yield f'names the scenario "{case}", which does not exist'
        for word in self.lacks:
            if word not in Reference.capabilities:
                yield f'lacks "{word}", which the reference does not have either'
        for word in self.takes:
            if word not in liberties:
                yield f'takes the liberty "{word}", which no scenario knows'


UNALTERED = Alteration()
"""The reference as it is."""
