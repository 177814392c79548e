"""What a person would call a schema that has no name of its own: after what it stands in, and what sets it apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from clientsmith.naming import LONGEST, contract, pascal_case, singular, words
from clientsmith.positions import pointer_tokens
from clientsmith.trees import Tree, mapping, sequence

_LONGEST_TITLE: Final = 40
_LONG_NAME: Final = 60
"""Characters from which on words in the middle of a name are left out, if nobody else is called so then."""
_EMPTY_TITLES: Final = frozenset({"Body", "Data", "Item", "Items", "Object", "Response", "Result", "Value"})
"""FastAPI and others write generic titles on every schema; those say less than the place does."""

Candidates = tuple[str, ...]
"""Names in order of preference; the first is also what stands inside of the schema is called after."""

Step = Callable[[str], Candidates]
"""From the name of what stands around a schema to the names of the schema."""

_FRAMES: Final = frozenset({"Body", "Response"})
_GENERIC: Final = _EMPTY_TITLES | frozenset(
    """
    Attributes Choice Code Config Configuration Content Description Details Entry Field Id Info Kind Key List Member
    Metadata Mode Name Options Parameters Params Properties Reason Request Settings State Status Text Type Variant
    """.split()
)
"""Last words that say too little to be a name on their own."""


def candidates(schema: Tree, names: Candidates) -> Candidates:
    """Return what to call a schema: its title, else the names of its place, the last of them told more exactly."""
    kind = "Details" if schema.get("properties") or schema.get("allOf") else "Choice"
    return (*_title_name(schema), *names, f"{names[-1]}{kind}")


def children(schema: Tree) -> Iterator[tuple[str, tuple[str | int, ...], Any, Step]]:
    """Yield the schemas right inside of a schema: keyword, what leads on from there, schema, and how it is called."""
    for key, child in mapping(schema.get("properties")).items():
        yield "properties", (key,), child, partial(_suffixed, pascal_case(key, "Field"))
    for key, child in mapping(schema.get("patternProperties")).items():
        yield "patternProperties", (key,), child, partial(_suffixed, "Value")
    for keyword, suffix in (("items", "Item"), ("additionalProperties", "Value")):
        if isinstance(schema.get(keyword), dict):
            yield keyword, (), schema[keyword], partial(_one_of, suffix)
    for index, child in enumerate(sequence(schema.get("allOf"))):
        own = _own_property(mapping(child), [])
        yield "allOf", (index,), child, partial(_part, own)
    for keyword in ("anyOf", "oneOf", "prefixItems"):
        members = sequence(schema.get(keyword))
        for index, child in enumerate(members):
            yield keyword, (index,), child, partial(_member, child, [*members[:index], *members[index + 1 :]])


def itself(name: str) -> Candidates:
    """Return the name of what stands around as the name of what is inside."""
    return (name,)


def any_of(name: str) -> Candidates:
    """Return what to call the union of everything that is built on something."""
    return (f"Any{name}", f"{name}Union")


def _part(own: str | None, name: str) -> Candidates:
    return (name, *((f"{name}With{pascal_case(own)}",) if own is not None else ()))


def _suffixed(suffix: str, name: str) -> Candidates:
    return (name + suffix,)


def _one_of(suffix: str, name: str) -> Candidates:
    one = singular(name)
    return (one, f"{name}{suffix}") if one else (f"{name}{suffix}",)


def _member(member: Any, others: list[Any], union: str) -> Candidates:
    """Name a member of a union: by its tag, by what it is built on, by its kind, by what only it has."""
    tag = next(
        (value for value in _constants(member).values() if isinstance(value, str) and pascal_case(value, "")), ""
    )
    if tag:
        return (pascal_case(tag) + union,)
    own = _own_property(mapping(member), others)
    by_own = (f"{union}With{pascal_case(own)}",) if own is not None else ()
    base = _base_name(member)
    if base is not None and all(_base_name(other) != base for other in others):
        return (union + _beyond(union, base), *by_own)
    kind = mapping(member).get("type")
    if isinstance(kind, str) and kind != "object":
        return (union + pascal_case(kind),)
    return by_own or (f"{union}Variant",)


def common_name(names: list[str]) -> Candidates:
    """Return what to call a schema that stands, alike, in several places: what their names have in common.

    `CreateOrderBodyAddress` and `UpdateOrderBodyAddress` are both an `OrderAddress`.

    Args:
        names: the name that the schema would have in each place.
    """
    spoken = [words(name) for name in names]
    shared: list[str] = []
    for column in zip(*(reversed(one) for one in spoken), strict=False):
        if len(set(column)) > 1:
            break
        shared.insert(0, column[0])
    said = [word for index, word in enumerate(shared) if word not in _FRAMES or index == len(shared) - 1]
    while said and said[0].isdigit():
        said.pop(0)  # no name begins with a digit
    # The shortest of the names stands for all where they have nothing in common that says something.
    apart = min(names, key=lambda name: (len(name), name))
    told = len(said) > 1 or (len(said) == 1 and said[0] not in _GENERIC)
    return ("".join(said), apart) if told else (apart,)


def _base_name(member: Any) -> str | None:
    """Return the name of the first component that a schema is built on."""
    for part in sequence(mapping(member).get("allOf")):
        reference = mapping(part).get("$ref")
        tokens = pointer_tokens(reference[1:]) if isinstance(reference, str) and reference.startswith("#/") else ()
        if tokens[:2] == ("components", "schemas") and len(tokens) == 3:
            return pascal_case(tokens[-1])
    return None


def _beyond(union: str, base: str) -> str:
    """Return the words of `base` after those that it begins with like `union`."""
    ours, theirs = words(union), words(base)
    shared = 0
    while shared < min(len(ours), len(theirs)) and ours[shared].lower() == theirs[shared].lower():
        shared += 1
    return pascal_case("".join(word[0].upper() + word[1:] for word in theirs[shared:]), base)


def _own_property(member: Tree, others: list[Any]) -> str | None:
    """Return a property that a schema requires, or else has, and no other member of its union."""
    for having in (_required, _properties):
        elsewhere = {name for other in others for name in having(mapping(other))}
        own = next((name for name in having(member) if name not in elsewhere and pascal_case(name, "")), None)
        if own is not None:
            return own
    return None


def _required(schema: Tree) -> list[str]:
    return [name for part in _parts(schema) for name in sequence(part.get("required")) if isinstance(name, str)]


def _properties(schema: Tree) -> list[str]:
    return [name for part in _parts(schema) for name in mapping(part.get("properties"))]


def _parts(schema: Tree) -> Iterator[Tree]:
    """Yield a schema and the inline parts of its `allOf`."""
    yield schema
    for part in sequence(schema.get("allOf")):
        yield from _parts(mapping(part))


def _constants(schema: Any) -> Tree:
    found: Tree = {}
    properties = [entry for part in _parts(mapping(schema)) for entry in mapping(part.get("properties")).items()]
    for key, child in properties:
        values = [child["const"]] if "const" in mapping(child) else sequence(mapping(child).get("enum"))
        if len(values) == 1:
            found[key] = values[0]
    return found


def contracted(names: Candidates) -> Candidates:
    """Return names that are not too long to read: shorter ones first, then with all that a name may have."""
    return tuple(dict.fromkeys(contract(name, longest) for longest in (_LONG_NAME, LONGEST) for name in names))


def _title_name(schema: Tree) -> Candidates:
    title = schema.get("title")
    if not isinstance(title, str) or not 0 < len(title) <= _LONGEST_TITLE or not pascal_case(title, ""):
        return ()
    name = pascal_case(title)
    return (name,) if name not in _EMPTY_TITLES else ()


def engine_name(pointer: str, components: dict[str, str], name: str) -> str:
    """Return what to call a class that the engine made besides those of the components.

    Args:
        pointer: the schema that it was made for.
        components: pointer of a component → name of its class.
        name: what the engine called it.
    """
    tokens = pointer_tokens(pointer)
    for end in range(len(tokens), 0, -1):
        stem = components.get("".join(f"/{token.replace('~', '~0').replace('/', '~1')}" for token in tokens[:end]))
        if stem is not None:
            return _along(tokens[end:], stem)
    return name


def _along(tokens: tuple[str, ...], stem: str) -> str:
    """Follow the tokens from a schema called `stem` down to one inside of it."""
    if not tokens:
        return f"{stem}Item"
    steps = iter(tokens)
    for step in steps:
        if step == "properties":
            stem += pascal_case(next(steps, ""), "Field")
        elif step == "items":
            stem = singular(stem) or f"{stem}Item"
        elif step == "additionalProperties":
            stem += "Value"
        elif step in {"anyOf", "oneOf"}:
            next(steps, "")
            stem += "Variant"
    return stem
