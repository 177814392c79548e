"""What an OpenAPI document is made of: one table of objects, and one walk over it.

The tables say which field holds what kind of object (OpenAPI 3.1 §4.8, 3.2 §4, Swagger 2.0). Everything that is not
in them is data: extensions (`x-…`), examples, defaults, constants and enum values are never walked, so nothing in
them is taken for a reference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from clientsmith.positions import pointer_join
from clientsmith.trees import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(slots=True, kw_only=True, eq=False)
class NodeType:
    """A kind of node.

    Attributes:
        name: What the specification calls it.
        children: Fields that hold nodes, with their kind.
        rest: The kind of every field that is not in `children`; for maps and patterned objects.
        items: The kind of each item, if the node is a list.
        lists: Fields of `children` that older drafts also let hold a list, with the kind of that list.
        scalars: Other fields that the specification knows.
        required: Fields that must be there.
        extensible: Whether fields that start with `x-` are extensions rather than entries.
        reference: Whether a `$ref` may stand in place of it and stays; other kinds are replaced by what `$ref` names.
        section: The tokens of the place where reusable objects of this kind are kept.
        also_boolean: Whether `true` and `false` may stand in place of it.
        closed: Whether fields beside the known ones are likely to be mistakes.
    """

    name: str
    children: Mapping[str, NodeType] = field(default_factory=dict[str, "NodeType"])
    rest: NodeType | None = None
    items: NodeType | None = None
    lists: Mapping[str, NodeType] = field(default_factory=dict[str, "NodeType"])
    scalars: frozenset[str] = frozenset()
    required: tuple[str, ...] = ()
    extensible: bool = True
    reference: bool = False
    section: tuple[str, ...] = ()
    also_boolean: bool = False
    closed: bool = True

    def __repr__(self) -> str:
        return f"NodeType({self.name!r})"


@dataclass(slots=True, eq=False)
class Site:
    """A node in its place, as the walk comes by.

    Attributes:
        value: The node.
        type: Its kind.
        pointer: Its JSON pointer in the tree that is walked.
        context: Whatever the one who walks wants to hand down from node to node.
        parent: The site above it.
        key: The last token of the pointer.
    """

    value: Any
    type: NodeType
    pointer: str
    context: Any = None
    parent: Site | None = None
    key: str | int = ""

    def replace(self, value: Any) -> None:
        """Put another value in the place of this node; the walk goes on below the new value."""
        if self.parent is not None:
            self.parent.value[self.key] = value
        self.value = value


def walk(value: Any, node_type: NodeType, pointer: str = "", context: Any = None) -> Iterator[Site]:
    """Walk over all nodes of a tree in document order, each before those below it.

    Args:
        value: The tree; it must not share containers if it is changed on the way.
        node_type: What it is.
        pointer: Its JSON pointer.
        context: The context of the first site.

    Yields:
        Each site, also where the value is not what the kind says. Its value may be replaced and its context set before
        the walk goes on.
    """
    return walk_from(Site(value, node_type, pointer, context))


def walk_from(start: Site) -> Iterator[Site]:
    """Walk like `walk`, from a site that may be replaced in its parent."""
    pending: list[Site] = [start]
    while pending:
        site = pending.pop()
        yield site
        pending.extend(reversed(children(site)))


def children(site: Site) -> list[Site]:
    """List the nodes directly below a site, in the order in which they are written."""
    value, kind, pointer, context = site.value, site.type, site.pointer, site.context
    if is_object(value):
        if kind.items is not None:
            return []
        if kind.reference and not kind.also_boolean and isinstance(value.get("$ref"), str):
            return []  # a Reference Object has nothing of its own but a summary and a description
        fields, rest, extensible = kind.children, kind.rest, kind.extensible
        if not fields and rest is None:
            return []
        found: list[Site] = []
        for key, member in value.items():
            child = fields.get(key) or rest
            if key in kind.lists and is_array(member):
                child = kind.lists[key]
            if child is not None and not (extensible and key.startswith("x-")):
                found.append(Site(member, child, pointer_join(pointer, key), context, site, key))
        return found
    if kind.items is not None and is_array(value):
        return [Site(item, kind.items, f"{pointer}/{index}", context, site, index) for index, item in enumerate(value)]
    return []


def map_of(kind: NodeType, name: str) -> NodeType:
    """Make the kind of an object whose every member is of one kind; `x-…` keys are members like others."""
    return NodeType(name=name, rest=kind, extensible=False)


def list_of(kind: NodeType, name: str) -> NodeType:
    """Make the kind of a list."""
    return NodeType(name=name, items=kind)
