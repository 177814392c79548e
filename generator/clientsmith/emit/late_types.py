"""Types that the runtime decodes by, as expressions that are evaluated when they are first needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from clientsmith.emit.python_types import ModelPrinter
from clientsmith.ir import DictType, ListType, ModelRef, Scalar, ScalarType, Type
from clientsmith.naming import Names

_NAMED_SCALARS: Final = frozenset({Scalar.DATE, Scalar.DATE_TIME, Scalar.FILE})


@dataclass(slots=True)
class LateTypes:
    """Prints the types of bodies and responses of a resource module.

    They are written as models write them, so that enumerations stay open and times are read as in a model. What type
    checkers do not take as an expression gets a name of its own in the module: `aliases` is name → source.

    Attributes:
        names: the private names of the module.
        printer: notes what is to be imported for the aliases.
        aliases: name → source, in order.
    """

    names: Names
    printer: ModelPrinter = field(default_factory=lambda: ModelPrinter(prefix="models."))
    aliases: dict[str, str] = field(default_factory=dict)

    def late(self, type_: Type, stem: str) -> str:
        """Return a type as a function without arguments that gives it.

        Args:
            type_: the type.
            stem: what to call it if it needs a name.
        """
        source = self.printer.type(type_)
        if _is_expression(type_):
            return f"lambda: {source}"
        known = next((name for name, written in self.aliases.items() if written == source), None)
        if known is None:
            known = self.names.take(f"_{stem}")
            self.aliases[known] = source
        return f"lambda: {known}"


def _is_expression(type_: Type) -> bool:
    """Tell whether mypy and pyright both take the source of a type as an expression."""
    match type_:
        case ModelRef():
            return True
        case ScalarType(scalar):
            return scalar not in _NAMED_SCALARS
        case ListType(inner) | DictType(inner):
            return _is_expression(inner)
        case _:
            return False
