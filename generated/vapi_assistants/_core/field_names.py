"""Which models belong in which place of a body: so that plain dicts may use the Python names of fields."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args, get_origin

from .annotations import is_union, unwrap
from .models import complete, wire_names
from .narrowing import is_model, is_root_model
from .unions import Discriminated, Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

_FREE: Any = object()


@dataclass(frozen=True, slots=True)
class Places:
    """What may stand in one place of a body: bare annotations, unions taken apart."""

    candidates: tuple[Any, ...]
    discriminated: tuple[tuple[Discriminated, Any], ...] = ()

    @classmethod
    def of(cls, annotation: Any) -> Places:
        """Return the places that an annotation describes."""
        candidates: list[Any] = []
        discriminated: list[tuple[Discriminated, Any]] = []
        _collect(annotation, candidates, discriminated, 0)
        return cls(tuple(candidates), tuple(discriminated))

    def items(self) -> Places:
        """Return what may stand in a list in this place."""
        found: list[Places] = []
        for candidate in self.candidates:
            if get_origin(candidate) in {list, tuple, set, frozenset}:
                found.extend(Places.of(item) for item in get_args(candidate) if item is not Ellipsis)
        return _merge(found)

    def narrowed(self, value: Mapping[Any, Any]) -> Places:
        """Return the members of the unions in this place that a dict's tag names; all if it names none."""
        for discriminator, union in self.discriminated:
            members = discriminator.members(union)
            for key in discriminator.keys(members):
                tag = value.get(key)
                if isinstance(tag, (str, int)) and tag in members:
                    return Places.of(members[tag]).narrowed(value)
        return self

    def tagged(self, model: BaseModel) -> BaseModel:
        """Return a model with the tag that a union in this place knows it by."""
        for discriminator, union in self.discriminated:
            model = discriminator.with_tag(model, union)
        return model

    def names_for(self, value: Mapping[Any, Any]) -> dict[str, str]:
        """Return the JSON names of those keys of a dict that are Python names of fields."""
        narrowed = self.narrowed(value)
        models = narrowed.models()
        if not models:
            return {}
        names: dict[str, str] = {}
        known: set[str] = set()
        for model in models:
            for wire, name in wire_names(model).items():
                known.add(wire)
                names.setdefault(name, wire)
        if _FREE in narrowed.candidates and not all(key in known or key in names for key in value):
            return {}
        return {name: wire for name, wire in names.items() if name not in known}

    def property(self, name: str) -> Places:
        """Return what may stand in a property of a dict in this place."""
        found: list[Places] = []
        for model in self.models():
            field = wire_names(model).get(name)
            if field is not None:
                found.append(Places.of(model.model_fields[field].annotation))
        found.extend(
            Places.of(get_args(candidate)[1]) for candidate in self.candidates if get_origin(candidate) is dict
        )
        return _merge(found)

    def models(self) -> list[type[BaseModel]]:
        """Return the models among the candidates."""
        return [candidate for candidate in self.candidates if is_model(candidate)]

    def takes_numbers(self) -> bool:
        """Tell whether JSON numbers belong in this place, rather than text."""
        return (float in self.candidates or int in self.candidates) and Decimal not in self.candidates


def _collect(
    annotation: Any, candidates: list[Any], discriminated: list[tuple[Discriminated, Any]], depth: int
) -> None:
    bare, metadata = unwrap(annotation)
    if depth > 50 or bare is type(None) or bare is Unknown:
        return
    if is_union(bare):
        discriminated.extend((item, bare) for item in metadata if isinstance(item, Discriminated))
        for member in get_args(bare):
            _collect(member, candidates, discriminated, depth + 1)
    elif is_root_model(bare):
        complete(bare)
        _collect(bare.model_fields["root"].annotation, candidates, discriminated, depth + 1)
    elif bare is dict or (get_origin(bare) is dict and get_args(bare)[1] is Any):
        candidates.append(_FREE)
    elif bare not in candidates:
        candidates.append(bare)


def _merge(places: list[Places]) -> Places:
    candidates: list[Any] = []
    discriminated: list[tuple[Discriminated, Any]] = []
    for place in places:
        candidates.extend(candidate for candidate in place.candidates if candidate not in candidates)
        discriminated.extend(place.discriminated)
    return Places(tuple(candidates), tuple(discriminated))
