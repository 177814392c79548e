"""What the modules of the models package are called.

Models of one resource stand in a module of its name. Models that several resources share stand in a module called after
the principal one of them: the one through which most of what is used from outside of the module is reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from clientsmith.naming import Names, snake_case

_STANDARD_LIBRARY: Final = frozenset(
    """
    array ast calendar cmd code codecs collections compression contextvars copy csv dataclasses datetime decimal email
    enum errno fractions graphlib html http inspect io json keyword linecache locale logging math numbers operator
    parser platform profile queue random re resource sched secrets select selectors signal site socket ssl stat
    statistics string struct symbol sys test textwrap threading time token tokenize trace types typing uuid warnings
    weakref xml
    """.split()
)
"""Modules of Python that a module of models should not be mixed up with, listed so that no version of it decides."""

_BUILTINS: Final = frozenset(
    """
    all any bool bytes callable complex dict dir filter float format hash help id input int iter len list map max min
    next object open pow print property range reversed round set slice sorted str sum super tuple type vars zip
    """.split()
)
"""Builtin names, which the package of the models needs for itself: a module that it imports becomes a name in it."""

Users = tuple[str, ...]
"""The resources that reach a model, in the order of the document."""


def module_names(
    models: Mapping[Users, Iterable[str]],
    resources: Iterable[str],
    refers: Mapping[str, Iterable[str]],
    asked_for: Iterable[str],
) -> dict[Users, str]:
    """Name the modules of models.

    Args:
        models: the resources that reach the models of a module → the names of those models.
        resources: the modules of all resources.
        refers: model → the models that it mentions.
        asked_for: the models that operations mention, each as often as one does.

    Returns:
        The resources that reach the models of a module → its name. Neither the order of the document decides on it nor
        a change to models of other modules that do not refer into this one.
    """
    every = frozenset(resources)
    names = Names(every)
    shared, unused = names.take("shared", "shared_models"), names.take("other", "other_models")
    for module in _STANDARD_LIBRARY | _BUILTINS:
        names.reserve(module)
    named: dict[Users, str] = {}
    wanted: dict[Users, list[str]] = {}
    home = {model: users for users, here in models.items() for model in here}
    uses = Counter(asked_for)
    for model, others in refers.items():
        uses.update(other for other in set(others) if home[other] != home[model])
    for users, here in models.items():
        if not users:
            named[users] = unused
        elif len(users) == 1:
            named[users] = users[0]
        elif len(users) == len(every):
            named[users] = shared
        else:
            wanted[users] = [snake_case(model, "model") for model in _principals(frozenset(here), refers, uses)]
    # A model called like a resource, or like another model but for case, is told apart by a word.
    choices = {users: (first[0], f"shared_{first[0]}", *first[1:]) for users, first in wanted.items()}
    ordered = sorted(choices, key=lambda users: choices[users])
    shares = names.share({str(position): choices[users] for position, users in enumerate(ordered)})
    return named | {users: shares[str(position)] for position, users in enumerate(ordered)}


def _principals(here: frozenset[str], refers: Mapping[str, Iterable[str]], uses: Mapping[str, int]) -> list[str]:
    """Return the models of a module, those first that lead to most of it and are used most from outside."""
    if len(here) == 1:
        return list(here)
    weights = {model: uses[model] * _reached(model, here, refers) for model in here if uses[model]}
    return sorted(here, key=lambda model: (-weights.get(model, 0), len(model), model))


def _reached(model: str, here: frozenset[str], refers: Mapping[str, Iterable[str]]) -> int:
    seen = {model}
    stack = [model]
    while stack:
        new = here.intersection(refers[stack.pop()]) - seen
        seen |= new
        stack.extend(new)
    return len(seen)
