"""Brings all files of a document into one tree, in which every reference is internal.

What other files hold becomes a component of the right kind, once; path items, and maps or lists that are given by a
`$ref`, are copied into their place. References within the root document stay as they are written.
"""

from __future__ import annotations

import marshal
from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urldefrag, urljoin

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.positions import pointer_join
from clientsmith.source.bundle import Origin, copy_tree, diagnose
from clientsmith.source.component_names import component_name
from clientsmith.source.dynamic import can_take_in, depends_on, dynamic_anchors, dynamic_name, merged
from clientsmith.source.grammar import NodeType, Site, walk_from
from clientsmith.source.kinds import fitting, is_definition, taken_in
from clientsmith.source.openapi3 import DISCRIMINATOR, SCHEMA
from clientsmith.source.references import Dangling, References, Target, internal_ref, is_pure, looks_like_ref
from clientsmith.trees import Tree, is_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clientsmith.source.document import Document
    from clientsmith.source.loader import Loader


@dataclass(frozen=True, slots=True)
class _Context:
    """Where the part of the tree that is walked comes from.

    Attributes:
        document: The file.
        top: The pointer in the tree at which the part starts.
        pointer: The pointer in the file at which it starts.
        base: The base URI that a `$id` above sets, if any.
        resource: The pointer in the file of the schema with that `$id`.
        inlined: What is being copied into its place above here.
        dynamic: What dynamic references lead to, by the name of the anchor, where a schema above sets it.
    """

    document: Document
    top: str
    pointer: str
    base: str = ""
    resource: str = ""
    inlined: tuple[tuple[str, str], ...] = ()
    dynamic: Mapping[str, Target] = field(default_factory=dict[str, "Target"])

    def origin(self, pointer: str) -> Origin:
        return Origin(self.document, self.pointer + pointer[len(self.top) :])


class Resolver:
    """Builds the tree of a bundle.

    Attributes:
        tree: The tree.
        origins: Where its parts come from.
        diagnostics: What is wrong with references.
        broken: Pointers at which a reference could not be followed.
    """

    def __init__(self, root: Document, loader: Loader, grammar: NodeType) -> None:
        """Start with a copy of the root document.

        Args:
            root: The root document; its tree is an object.
            loader: Opens other files.
            grammar: The kind of the root document.
        """
        self.tree: Tree = copy_tree(root.tree)
        self.origins: dict[str, Origin] = {"": Origin(root, "")}
        self.diagnostics: list[Diagnostic] = []
        self.broken: set[str] = set()
        self._root = root
        self._grammar = grammar
        self._references = References(loader)
        self._contexts: dict[str, _Context] = {}
        self._placed: dict[tuple[str, str, tuple[str, ...]], str] = {}
        self._internal: dict[tuple[str, str, str, tuple[str, ...]], str] = {}
        self._queue: deque[tuple[str, Target, NodeType]] = deque()
        self._circles: set[frozenset[tuple[str, str]]] = set()
        self._bytes_left = 4 * loader.options.max_bytes

    def run(self) -> None:
        """Resolve every reference of the tree, and of all that it takes in."""
        context = _Context(self._root, "", "")
        top = Site(self.tree, self._grammar, "", context)
        self._open_sections(top)
        self._lend_names(top)
        for site in walk_from(top):
            self._visit(site)
        while self._queue:
            pointer, target, kind = self._queue.popleft()
            self.origins[pointer] = Origin(target.document, target.pointer)
            holder = self._section(kind)
            key = pointer[pointer.rindex("/") + 1 :]
            holder[key] = copy_tree(target.value)
            parent = Site(holder, kind, pointer[: pointer.rindex("/")])
            start = Site(holder[key], kind, pointer, self._context(target, pointer), parent, key)
            for site in walk_from(start):
                self._visit(site)

    # Components of the root document

    def _sections(self, top: Site) -> list[Site]:
        """List the maps of components of the root document."""
        tree, grammar = top.value, top.type
        holder, prefix = top, ""
        if "components" in grammar.children:
            components = tree.get("components")
            if not is_object(components):
                return []
            prefix = "/components"
            holder = Site(components, grammar.children["components"], prefix, top.context, top, "components")
        return [
            Site(holder.value[key], kind, f"{prefix}/{key}", self._contexts.get(prefix, top.context), holder, key)
            for key, kind in holder.type.children.items()
            if kind.rest is not None and kind.rest.section and is_object(holder.value.get(key))
        ]

    def _open_sections(self, top: Site) -> None:
        """Copy maps of components that are given by a `$ref` into their place, before anything refers to them."""
        kind = self._grammar.children.get("components")
        components = self.tree.get("components")
        if kind is not None and is_object(components) and isinstance(components.get("$ref"), str):
            self._inline(Site(components, kind, "/components", top.context, top, "components"))
        for site in self._sections(top):
            if isinstance(site.value.get("$ref"), str):
                self._inline(site)

    def _lend_names(self, top: Site) -> None:
        """Let a component that is only a reference to another file lend its name to what stands there."""
        for section in self._sections(top):
            kind = section.type.rest
            if kind is None or not is_object(section.value):
                continue
            context = self._contexts.get(section.pointer) or cast("_Context", section.context)
            for name, value in section.value.items():
                pointer = pointer_join(section.pointer, name)
                entry = context.origin(pointer)
                if context.document is not self._root:
                    self._placed.setdefault((entry.document.url, entry.pointer, kind.section), pointer)
                if kind.reference and is_pure(value):
                    target = self._follow(value["$ref"], context)
                    if isinstance(target, Target) and target.document is not self._root:
                        self._placed.setdefault((*target.key, kind.section), pointer)

    def _section(self, kind: NodeType) -> Tree:
        holder = self.tree
        for token in kind.section:
            member = holder.get(token)
            if not is_object(member):
                member = holder[token] = {}
            holder = member
        return holder

    # The walk

    def _visit(self, site: Site) -> None:
        if self._contexts:
            site.context = self._contexts.get(site.pointer, site.context)
        value = site.value
        if not is_object(value):
            return
        if site.type.also_boolean and self._schema(site, value):
            return
        if site.type is DISCRIMINATOR:
            self._mapping(site, value)
        ref = value.get("$ref")
        if ref is None:
            return
        if not site.type.reference:
            if isinstance(ref, str):
                self._inline(site)
        elif isinstance(ref, str):
            self._refer(site, ref)
        else:
            message = "The value of '$ref' must be text: a URI reference."
            self._report("ref-not-text", message, site.context.origin(site.pointer + "/$ref"))
            self._break(site)

    def _schema(self, site: Site, value: Tree) -> bool:
        """Follow `$id`; references become pointers, so identifiers and anchors have served and are dropped.

        Returns:
            Whether the schema was a dynamic reference that a schema above it has settled.
        """
        context: _Context = site.context
        identifier = value.get("$id")
        if isinstance(identifier, str):
            del value["$id"]
            try:
                base = urldefrag(urljoin(context.base or context.document.url, identifier))[0]
            except ValueError:
                base = context.base
            resource = context.origin(site.pointer).pointer
            site.context = context = replace(context, base=base, resource=resource)
        # What stands beside a reference keeps its own origin when the target is copied in.
        definitions = self._contexts.get(pointer_join(site.pointer, "$defs"), context)
        anchors = {
            name: self._references.anchored((context if at == site.pointer else definitions).origin(at))
            for name, at in dynamic_anchors(value, site.pointer).items()
        }
        if anchors:
            site.context = context = replace(context, dynamic=merged(context.dynamic, anchors))
        dynamic = value.get("$dynamicRef")
        settled = context.dynamic.get(dynamic_name(dynamic) or "")
        if isinstance(dynamic, str):
            del value["$dynamicRef"]
            value.setdefault("$ref", dynamic)
        if settled is not None and isinstance(dynamic, str):
            value["$ref"] = internal_ref(self._place(settled, SCHEMA))
        for keyword in ("$anchor", "$dynamicAnchor"):
            if isinstance(value.get(keyword), str):
                del value[keyword]
        return settled is not None and isinstance(dynamic, str)

    def _context(self, target: Target, pointer: str, inlined: tuple[tuple[str, str], ...] = ()) -> _Context:
        """Make the context of a target that comes to stand at a pointer of the tree."""
        base, resource = self._references.scope(target)
        return _Context(target.document, pointer, target.pointer, base, resource, inlined)

    def _refer(self, site: Site, ref: str) -> None:
        context: _Context = site.context
        kind = site.type
        known = (context.document.url, context.resource, ref, kind.section)
        internal = self._internal.get(known)
        if internal is None or context.dynamic:
            target = self._follow(ref, context)
            if isinstance(target, Target) and context.dynamic and self._specialise(site, target):
                return
            target = fitting(target, ref, kind)
            pointer = self._place(target, kind) if isinstance(target, Target) else ""
            if pointer == site.pointer:  # this component lends its name
                target = taken_in(target, ref, kind, context.inlined)
            if isinstance(target, Dangling):
                self._dangling(target, context.origin(site.pointer + "/$ref"))
                self._break(site)
                return
            if pointer == site.pointer:
                self._take_in(site, target)
                self._visit(site)
                return
            internal = self._internal[known] = internal_ref(pointer)
        site.value["$ref"] = internal

    def _specialise(self, site: Site, target: Target) -> bool:
        """Put a copy in place of a reference to a schema whose dynamic references are set here; tell whether it was."""
        context: _Context = site.context
        if (
            target.key in context.inlined
            or not depends_on(target.value, context.dynamic)
            or not can_take_in(site.value, target.value)
        ):
            return False
        self._take_in(site, target)
        site.context = replace(site.context, dynamic=context.dynamic)
        self._contexts[site.pointer] = site.context
        self._visit(site)
        return True

    def _follow(self, ref: str, context: _Context) -> Target | Dangling:
        """Follow a reference to where it ends; within the root document, only to where it leads at first."""
        found = self._references.find(ref, context.document, context.base, context.resource)
        if isinstance(found, Dangling):
            return found
        settled = self._references.settle(found)
        if isinstance(settled, Dangling):
            return settled
        return found if found.document is self._root and settled.document is self._root else settled

    def _place(self, target: Target, kind: NodeType) -> str:
        """Give the pointer in the tree under which a target stands, or will stand."""
        key = (*target.key, kind.section)
        placed = self._placed.get(key)
        if placed is not None:
            return placed
        if target.document is self._root and not is_definition(target, kind):
            return target.pointer
        section = self._section(kind)
        name = component_name(target.document.url, target.pointer, section)
        section[name] = {}  # the name is taken from now on
        pointer = pointer_join("", *kind.section, name)
        self._placed[key] = pointer
        self._queue.append((pointer, target, kind))
        return pointer

    def _inline(self, site: Site) -> None:
        """Replace an object that is no place for references by what its `$ref` names; fields beside it win."""
        while is_object(site.value) and isinstance(site.value.get("$ref"), str):
            context: _Context = site.context
            origin = context.origin(site.pointer + "/$ref")
            ref = site.value["$ref"]
            target = self._references.find(ref, context.document, context.base, context.resource)
            target = taken_in(target, ref, site.type, context.inlined)
            if isinstance(target, Dangling):
                self._dangling(target, origin)
                self._break(site)
                return
            self._take_in(site, target)

    def _take_in(self, site: Site, target: Target) -> None:
        """Put a copy of a target into a place."""
        context: _Context = site.context
        copied = marshal.dumps(target.value, 2)
        self._bytes_left -= len(copied)
        if self._bytes_left < 0:
            message = "The references of this document copy too much into one tree."
            self._report("too-large", message, context.origin(site.pointer + "/$ref"))
            self._break(site)
            return
        value: Any = marshal.loads(copied)  # noqa: S302 (these are our own bytes)
        self.origins[site.pointer] = Origin(target.document, target.pointer)
        below = self._context(target, site.pointer, inlined=(*context.inlined, target.key))
        self._contexts[site.pointer] = below
        if is_object(value):
            for key, member in site.value.items():
                if key != "$ref":
                    pointer = pointer_join(site.pointer, key)
                    value[key] = member
                    self.origins[pointer] = context.origin(pointer)
                    self._contexts[pointer] = context
        site.replace(value)
        site.context = below

    def _mapping(self, site: Site, value: Tree) -> None:
        """Rewrite the references of a discriminator's mapping (OpenAPI 3.1 §4.8.25)."""
        places: list[tuple[Tree, str, str]] = [(value, "defaultMapping", site.pointer)]
        if is_object(mapping := value.get("mapping")):
            places += [(mapping, tag, pointer_join(site.pointer, "mapping")) for tag in mapping]
        context: _Context = site.context
        for holder, key, pointer in places:
            if not isinstance(ref := holder.get(key), str):
                continue
            target: Target | Dangling | None
            if looks_like_ref(ref):
                target = self._follow(ref, context)
            elif context.document is self._root:
                continue  # the name of a component
            else:
                target = self._named_nearby(ref, context)
            if isinstance(target, Target) and is_object(target.value):
                holder[key] = internal_ref(self._place(target, SCHEMA))
            elif isinstance(target, Dangling) and target.code:
                place = context.origin(pointer_join(pointer, key))
                self._report(target.code, target.message, place, target.hint, Severity.WARNING)

    def _named_nearby(self, name: str, context: _Context) -> Target | None:
        """Find the schema that a bare name in another file means: a component of the root document, or a neighbour."""
        for document, prefix in (
            (self._root, "#/components/schemas"),
            (context.document, "#/components/schemas"),
            (context.document, "#"),
        ):
            found = self._references.find(internal_ref(pointer_join(prefix[1:], name)), document)
            if isinstance(found, Target):
                settled = self._references.settle(found)
                if isinstance(settled, Target):
                    return found if found.document is self._root and settled.document is self._root else settled
        return None

    # Faults

    def _break(self, site: Site) -> None:
        """Put an object without the reference in place of one that leads nowhere."""
        self.broken.add(site.pointer)
        kept = {key: member for key, member in site.value.items() if key != "$ref"}
        site.replace([] if site.type.items is not None else kept)

    def _dangling(self, fault: Dangling, origin: Origin) -> None:
        if fault.circle:
            members = frozenset(target.key for target in fault.circle)
            if members in self._circles:
                return
            self._circles.add(members)
            places = [
                ("which leads on to this one", Origin(target.document, pointer_join(target.pointer, "$ref")))
                for target in fault.circle
            ]
            self.diagnostics.append(diagnose(fault.code, Severity.ERROR, fault.message, places, fault.hint))
        elif fault.code:
            self._report(fault.code, fault.message, origin, fault.hint)

    def _report(
        self, code: str, message: str, origin: Origin, hint: str | None = None, severity: Severity = Severity.ERROR
    ) -> None:
        self.diagnostics.append(diagnose(code, severity, message, [("", origin)], hint))
