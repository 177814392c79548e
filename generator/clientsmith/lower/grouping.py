"""Which resource an operation belongs to, and what resources and methods are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from clientsmith.lower.context import text_of
from clientsmith.lower.method_names import Call, group_key, method_names
from clientsmith.naming import MODULE_NAMES, SHADOWED_TYPES, Names, pascal_case, snake_case
from clientsmith.pins import PinError, Pins, operation_key
from clientsmith.schemas.places import OperationPlace, named_operations
from clientsmith.text import SpecText
from clientsmith.trees import Tree, mapping, sequence

_CLIENT_ATTRIBUTES: Final = frozenset({"close", "with_options", "with_raw_response", "with_streaming_response", "self"})
_RESOURCE_ATTRIBUTES: Final = frozenset({"self"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An operation of a resource: where it stands in the document, and its method."""

    position: int
    place: OperationPlace
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """A resource: its names, and its operations in document order.

    `names` are the names of its methods, to which others may be added.
    """

    title: str
    text: SpecText
    attribute: str
    class_name: str
    async_class_name: str
    module: str
    members: tuple[Member, ...]
    names: Names


@dataclass(slots=True)
class _Draft:
    title: str
    text: SpecText
    places: list[tuple[int, OperationPlace]] = field(default_factory=list)
    pinned: dict[str, str] = field(default_factory=dict)
    pins: list[str] = field(default_factory=list)


def group_operations(tree: Tree, client: str, pins: Pins) -> tuple[Grouping, ...]:
    """Group all operations by their first tag, else by the first segment of their path.

    Tags that differ only in case and punctuation are one resource. Groups come in the order of the document's tags,
    then of first use.

    Args:
        tree: the document.
        client: name of the client class, which no class of a group may have.
        pins: names that are decided already.

    Raises:
        PinError: two pinned names meet, or one is taken by the package itself.
    """
    drafts: dict[str, _Draft] = {}
    keys = {attribute: _key(title) for title, attribute in pins.resources.items()}
    for tag in _tags(tree):
        drafts.setdefault(_key(tag["name"]), _Draft(tag["name"], text_of(tag)))
    for position, place in enumerate(named_operations(tree)):
        key = operation_key(place.verb, place.path)
        pin = pins.operations.get(key, "")
        resource, _, method = pin.rpartition(".")
        title = _title(place)
        where = keys.get(resource, resource) or _key(title)
        draft = drafts.setdefault(where, _Draft(resource or title, SpecText()))
        draft.places.append((position, place))
        if method:
            if method in draft.pinned.values():
                message = f"another operation of the resource {draft.title!r} is called {method!r} already"
                raise PinError("operations", key, message)
            if method in _RESOURCE_ATTRIBUTES:
                raise PinError("operations", key, f"a method cannot be called {method!r}")
            draft.pinned[place.pointer] = method
    drafts = {key: draft for key, draft in drafts.items() if draft.places}
    attributes = _attributes(drafts, pins)
    classes = _classes(drafts, attributes, client, pins)
    return tuple(
        _grouping(draft, attributes[key], classes[key], f"Async{classes[key]}") for key, draft in drafts.items()
    )


def _tags(tree: Tree) -> list[Tree]:
    named = [mapping(tag) for tag in sequence(tree.get("tags"))]
    return [tag for tag in named if isinstance(tag.get("name"), str)]


def _title(place: OperationPlace) -> str:
    tag = next(iter(sequence(place.operation.get("tags"))), None)
    return tag if isinstance(tag, str) and tag.strip() else group_key(place.path)


def _key(title: str) -> str:
    return snake_case(title, "default")


def _attributes(drafts: dict[str, _Draft], pins: Pins) -> dict[str, str]:
    names = Names(_CLIENT_ATTRIBUTES)
    pinned: dict[str, str] = {}
    for title, attribute in sorted(pins.resources.items()):
        key = _key(title)
        if key not in drafts or pinned.get(key) == attribute:
            continue
        if attribute in names:
            message = f"{attribute!r} is the name of another attribute of the client"
            raise PinError("resources", title, message)
        pinned[key] = attribute
        names.reserve(attribute)
    return pinned | names.share({key: (key, f"{key}_resource") for key in sorted(drafts) if key not in pinned})


def _classes(drafts: dict[str, _Draft], attributes: dict[str, str], client: str, pins: Pins) -> dict[str, str]:
    """Name the classes: after the title, or after the attribute if that was chosen."""
    names = Names(MODULE_NAMES | {client, f"Async{client}"})
    chosen = {_key(title) for title, attribute in pins.resources.items() if attribute != _key(title)}
    wanted: dict[str, tuple[str, ...]] = {}
    for key, draft in sorted(drafts.items()):
        name = pascal_case(attributes[key] if key in chosen else draft.title, "Default")
        wanted[key] = tuple(one for one in (name, f"{name}Resource") if f"Async{one}" not in names)
    return names.share(wanted)


def _grouping(draft: _Draft, attribute: str, class_name: str, async_class_name: str) -> Grouping:
    names = Names(_RESOURCE_ATTRIBUTES | frozenset(draft.pinned.values()))
    calls = {place.pointer: _call(place) for _, place in draft.places if place.pointer not in draft.pinned}
    methods = draft.pinned | method_names(calls, draft.title, names)
    return Grouping(
        title=draft.title,
        text=draft.text,
        attribute=attribute,
        class_name=class_name,
        async_class_name=async_class_name,
        # `from . import list` would hide what annotations mean.
        module=f"{attribute}_" if attribute in SHADOWED_TYPES else attribute,
        members=tuple(
            Member(position=position, place=place, method=methods[place.pointer]) for position, place in draft.places
        ),
        names=names,
    )


def _call(place: OperationPlace) -> Call:
    return Call(place.operation_id, place.verb, place.path, frozenset(place.item), is_array=_is_array(place))


def _is_array(place: OperationPlace) -> bool:
    """Tell whether the response of an operation, as far as it stands right there, is an array."""
    responses = mapping(place.operation.get("responses"))
    contents = mapping(mapping(responses.get("200")).get("content"))
    return any(mapping(mapping(content).get("schema")).get("type") == "array" for content in contents.values())
