"""What an `allOf` names as its bases, mended so that Python classes can inherit from them."""

from __future__ import annotations

from dataclasses import dataclass

from clientsmith.schemas.components import component_of
from clientsmith.trees import Tree, mapping, sequence


def mend_inheritance(schemas: Tree) -> tuple[str, ...]:
    """Drop the bases that a class cannot have, or has anyway.

    A schema that comes back to itself through `allOf` says nothing new there: the reference that closes the circle
    goes. So does a reference to something that another base inherits from already, since Python takes the base that
    stands first for the nearer one (`class E(C, D)` is an error where `D` is a `C`).

    Args:
        schemas: component → schema; changed in place.

    Returns:
        The components whose circle was cut.
    """
    bases = {key: _bases(schema) for key, schema in schemas.items()}
    cut = _without_circles(bases)
    for key, schema in schemas.items():
        own = bases[key]
        superfluous = {base for base in own if any(base in _ancestors(other, bases) for other in own if other != base)}
        if superfluous or key in cut:
            _drop(schema, superfluous | cut.get(key, set()))
            bases[key] = [base for base in own if base not in superfluous]
    return tuple(cut)


@dataclass(frozen=True, slots=True)
class _Visit:
    """A component on the way, and how many of its bases have been seen."""

    key: str
    left: list[str]


def _without_circles(bases: dict[str, list[str]]) -> dict[str, set[str]]:
    """Take the bases away that close a circle, going through the components in order; return them."""
    cut: dict[str, set[str]] = {}
    done: set[str] = set()
    for start, own in bases.items():
        if start in done:
            continue
        way = [_Visit(start, list(reversed(own)))]
        above = {start}
        while way:
            visit = way[-1]
            if not visit.left:
                way.pop()
                above.discard(visit.key)
                done.add(visit.key)
                continue
            base = visit.left.pop()
            if base in above:
                cut.setdefault(visit.key, set()).add(base)
            elif base not in done and base in bases:
                way.append(_Visit(base, list(reversed(bases[base]))))
                above.add(base)
    for key, dropped in cut.items():
        bases[key] = [base for base in bases[key] if base not in dropped]
    return cut


def _ancestors(key: str, bases: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    todo = list(bases.get(key, ()))
    while todo:
        base = todo.pop()
        if base not in found:
            found.add(base)
            todo.extend(bases.get(base, ()))
    return found


def _bases(schema: object) -> list[str]:
    return [key for part in sequence(mapping(schema).get("allOf")) if (key := component_of(part))]


def _drop(schema: Tree, dropped: set[str]) -> None:
    kept = [part for part in sequence(schema.get("allOf")) if component_of(part) not in dropped]
    if kept:
        schema["allOf"] = kept
    else:
        del schema["allOf"]
