"""The order of the models of a module: what is used comes before what uses it.

Pydantic reads the annotations of a class when the class is made, as far as it knows the names in them. In this order it
knows all of them, but where models refer to each other in a circle; there it reads the rest when a model is first used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clientsmith.ir.models import AliasModel, Model, ObjectModel
from clientsmith.ir.types import model_names


def referred(model: Model) -> tuple[str, ...]:
    """Return the names of the models that a model mentions itself, bases first, in the order of the document."""
    if isinstance(model, AliasModel):
        return tuple(sorted(model_names(model.type)))
    found = list(model.bases)
    for own in model.fields:
        found.extend(sorted(model_names(own.type)))
    if model.extra is not None:
        found.extend(sorted(model_names(model.extra)))
    return tuple(dict.fromkeys(found))


def in_order(models: list[Model]) -> Iterator[Model]:
    """Yield models so that each comes after what it mentions.

    Models that mention each other in a circle stand together: classes first, each after its bases, then aliases, which
    need the classes that they are made of. Among models that do not depend on each other the given order holds.
    """
    here = {model.name: model for model in models}
    for circle in _circles(here):
        yield from _within_circle([here[name] for name in here if name in circle])


def circular(models: Iterable[Model]) -> frozenset[str]:
    """Return the names of the models that mention themselves through others."""
    here = {model.name: model for model in models}
    return frozenset(name for circle in _circles(here) if len(circle) > 1 for name in circle)


def _circles(here: dict[str, Model]) -> Iterator[frozenset[str]]:
    """Yield the strongly connected components of what mentions what, used ones first (Tarjan 1972)."""
    walk = _Walk(here)
    for name in here:
        if name not in walk.index:
            yield from walk.start(name)


@dataclass(slots=True)
class _Walk:
    """State of the walk: number of each model, the lowest number that it leads back to, and the path to it."""

    here: dict[str, Model]
    index: dict[str, int] = field(default_factory=dict[str, int])
    low: dict[str, int] = field(default_factory=dict[str, int])
    open: dict[str, None] = field(default_factory=dict[str, None])
    work: list[tuple[str, Iterator[str]]] = field(default_factory=list[tuple[str, Iterator[str]]])

    def start(self, root: str) -> Iterator[frozenset[str]]:
        self._enter(root)
        while self.work:
            name, rest = self.work[-1]
            following = next(rest, None)
            if following is None:
                self.work.pop()
                yield from self._leave(name)
            elif following not in self.index:
                self._enter(following)
            elif following in self.open:
                self.low[name] = min(self.low[name], self.index[following])

    def _enter(self, name: str) -> None:
        self.index[name] = self.low[name] = len(self.index)
        self.open[name] = None
        self.work.append((name, iter([other for other in referred(self.here[name]) if other in self.here])))

    def _leave(self, name: str) -> Iterator[frozenset[str]]:
        if self.work:
            parent = self.work[-1][0]
            self.low[parent] = min(self.low[parent], self.low[name])
        if self.low[name] == self.index[name]:
            circle: set[str] = set()
            while name not in circle:
                circle.add(self.open.popitem()[0])
            yield frozenset(circle)


def _within_circle(models: list[Model]) -> Iterator[Model]:
    here = {model.name: model for model in models}
    done: set[str] = set()
    for model in sorted(models, key=lambda model: isinstance(model, AliasModel)):
        yield from _after_needs(model, here, done)


def _after_needs(model: Model, here: dict[str, Model], done: set[str]) -> Iterator[Model]:
    if model.name in done:
        return
    done.add(model.name)
    for name in model.bases if isinstance(model, ObjectModel) else referred(model):
        needed = here.get(name)
        if needed is not None and type(needed) is type(model):
            yield from _after_needs(needed, here, done)
    yield model
