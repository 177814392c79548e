"""Leaves out of a document the components that nothing else in it leads to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from clientsmith.positions import pointer_get, pointer_join, pointer_tokens
from clientsmith.source.bundle import Bundle, Origin, copy_tree
from clientsmith.source.component_names import component_name
from clientsmith.source.grammar import NodeType, walk
from clientsmith.source.openapi3 import COMPONENTS, DISCRIMINATOR, DOCUMENT
from clientsmith.source.references import internal_ref, looks_like_ref, ref_pointer
from clientsmith.trees import Tree, is_object, mapping, sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clientsmith.diagnostics import Diagnostic
    from clientsmith.positions import Position
    from clientsmith.source.grammar import Site

_KEPT_SECTIONS = ("securitySchemes",)  # named by requirements, not by references


def without_unreachable(document: Bundle, tree: Tree, gone: Iterable[str]) -> Bundle:
    """Put another tree in place of that of a document, without the components that nothing in it needs.

    References into what the new tree lacks lead to components made from it: tools that bundle files write references
    such as `#/paths/~1users/get/responses/200/…`.

    Args:
        document: The document in the shape of OpenAPI 3.1; it stays as it is.
        tree: Its tree without some of the operations.
        gone: The pointers of those operations; what is wrong with them matters no more.
    """
    return _Reach(document, tree, gone).run()


class _Reach:
    def __init__(self, document: Bundle, tree: Tree, gone: Iterable[str]) -> None:
        self._document = document
        self._gone = list(gone)
        self._tree: Tree = copy_tree(tree)
        self._all = mapping(self._tree.get("components"))
        self._kept: dict[str, Tree] = {}
        self._origins: dict[str, Origin] = dict(document.origins)
        self._moved: dict[tuple[str, str], str] = {}
        self._pending: list[tuple[Any, NodeType, str]] = []
        self._heirs = _heirs(self._all)

    def run(self) -> Bundle:
        rest = {key: value for key, value in self._tree.items() if key != "components"}
        self._pending.append((rest, DOCUMENT, ""))
        for section in _KEPT_SECTIONS:
            for name in mapping(self._all.get(section)):
                self._keep(section, name)
        while self._pending:
            value, kind, pointer = self._pending.pop()
            for site in walk(value, kind, pointer):
                self._follow(site)
        sections = {
            section: {name: self._kept[section][name] for name in _ordered(self._kept[section], members)}
            for section, members in self._all.items()
            if section in self._kept
        }
        made = {section: members for section, members in self._kept.items() if section not in sections}
        tree = {key: value for key, value in self._tree.items() if key != "components"}
        if sections or made:
            tree["components"] = {**sections, **made}
        return replace(self._document, tree=tree, origins=self._origins, diagnostics=self._still_told())

    def _still_told(self) -> tuple[Diagnostic, ...]:
        """Give what was found in the document but for the parts that are gone."""
        components = [
            pointer_join("/components", section, name)
            for section, members in self._all.items()
            for name in mapping(members)
            if name not in self._kept.get(section, {})
        ]
        gone: dict[str, set[str]] = {}
        for pointer in (*self._gone, *components):
            origin = self._document.origin(pointer)
            gone.setdefault(origin.document.name, set()).add(origin.pointer)
        return tuple(one for one in self._document.diagnostics if not _is_below(one.position, gone))

    def _follow(self, site: Site) -> None:
        value = site.value
        if not is_object(value):
            return
        if isinstance(value.get("$ref"), str):
            value["$ref"] = self._reach(value["$ref"], site.type)
        if site.type is DISCRIMINATOR:
            for ref in (*mapping(value.get("mapping")).values(), value.get("defaultMapping")):
                if isinstance(ref, str):
                    self._keep(*_component(ref_pointer(ref)) if looks_like_ref(ref) else ("schemas", ref))
        if isinstance(value.get("discriminator"), dict):
            for name in self._heirs.get(site.pointer, ()):
                self._keep("schemas", name)

    def _reach(self, ref: str, kind: NodeType) -> str:
        pointer = ref_pointer(ref)
        section, name = _component(pointer)
        if section:
            self._keep(section, name)
            return ref
        try:
            pointer_get(self._tree, pointer)
        except (LookupError, ValueError):
            return self._move(pointer, kind) or ref
        return ref

    def _move(self, pointer: str, kind: NodeType) -> str | None:
        """Make a component of something that stood in a part which is gone; give the reference to it."""
        if not kind.section:
            return None
        key = (kind.section[-1], pointer)
        if key not in self._moved:
            try:
                value = copy_tree(pointer_get(self._document.tree, pointer))
            except (LookupError, ValueError):
                return None
            section = kind.section[-1]
            origin = self._document.origin(pointer)
            taken = {*mapping(self._all.get(section)), *self._kept.get(section, ())}
            name = component_name(origin.document.url, pointer, taken)
            place = pointer_join("/components", section, name)
            self._kept.setdefault(section, {})[name] = value
            self._origins[place] = origin
            self._moved[key] = place
            self._pending.append((value, kind, place))
        return internal_ref(self._moved[key])

    def _keep(self, section: str, name: str) -> None:
        members = mapping(self._all.get(section))
        if name in self._kept.get(section, {}) or name not in members:
            return
        self._kept.setdefault(section, {})[name] = members[name]
        group = COMPONENTS.children.get(section)
        if group is not None and group.rest is not None:
            self._pending.append((members[name], group.rest, pointer_join("/components", section, name)))


def _is_below(position: Position | None, places: dict[str, set[str]]) -> bool:
    if position is None or position.file not in places:
        return False
    here = position.pointer
    while here and here not in places[position.file]:
        here = here.rpartition("/")[0]
    return here in places[position.file]


def _ordered(kept: Tree, members: Any) -> Iterator[str]:
    """Yield the names that are kept in the order of the document, those that were made last."""
    yield from (name for name in mapping(members) if name in kept)
    yield from (name for name in kept if name not in mapping(members))


def _component(pointer: str) -> tuple[str, str]:
    """Give section and name of the component that a pointer leads to or into; two empty texts if to none."""
    tokens = pointer_tokens(pointer) if pointer.startswith("/") else ()
    return (tokens[1], tokens[2]) if len(tokens) > 2 and tokens[0] == "components" else ("", "")


def _heirs(components: Tree) -> dict[str, list[str]]:
    """Give the schemas that extend another one by `allOf`: a discriminator there may name them without a mapping."""
    heirs: dict[str, list[str]] = {}
    for name, schema in mapping(components.get("schemas")).items():
        for member in sequence(mapping(schema).get("allOf")):
            ref = mapping(member).get("$ref")
            if isinstance(ref, str):
                heirs.setdefault(ref_pointer(ref), []).append(name)
    return heirs
