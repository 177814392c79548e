"""What many operations of a module say alike is said once, under a name that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from clientsmith.naming import Names

_NAMES: Final = {"failures": "_FAILURES", "security": "_SECURITY"}
"""Arguments that operations have in common → what to call the value that most of them have."""
_MANY: Final = 3


def with_common_arguments(
    operations: Sequence[Mapping[str, str]], taken: Collection[str]
) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Give a name to what at least three operations, and most of those of a module, say alike.

    Args:
        operations: the arguments of each operation, name → source.
        taken: names that the module has already.

    Returns:
        Constants, name → source, and the arguments of the operations with the names of the constants.
    """
    names = Names(frozenset(taken))
    constants: dict[str, str] = {}
    known: dict[tuple[str, str], str] = {}
    for argument, name in _NAMES.items():
        said = Counter(operation[argument] for operation in operations if argument in operation)
        source, times = next(iter(said.most_common(1)), ("", 0))
        if times >= _MANY and 2 * times > len(operations):
            constant = known[argument, source] = names.take(name, f"{name}_OF_MANY")
            constants[constant] = source
    return constants, [
        {argument: known.get((argument, source), source) for argument, source in operation.items()}
        for operation in operations
    ]
