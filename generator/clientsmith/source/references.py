"""Finds what a `$ref` means: a file, and a JSON pointer into it (RFC 3986 §5, RFC 6901 §6, JSON Schema 2020-12 §8)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urldefrag, urljoin

from clientsmith.positions import pointer_get, pointer_join, pointer_tokens, step
from clientsmith.source.document import Document
from clientsmith.source.loader import shown_url
from clientsmith.trees import is_array, is_object

if TYPE_CHECKING:
    from clientsmith.source.bundle import Origin
    from clientsmith.source.loader import Loader

_MOST_STEPS = 100
_FRAGMENT_SAFE = "/~!$&'()*+,;=:@?"


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to."""

    document: Document
    pointer: str
    value: Any

    @property
    def key(self) -> tuple[str, str]:
        """File and pointer, to compare targets by."""
        return self.document.url, self.pointer


@dataclass(frozen=True, slots=True)
class Dangling:
    """Why a reference leads nowhere.

    Attributes:
        code: The code of the diagnostic; empty if the reason is told elsewhere already.
        message: One sentence.
        hint: What to do about it.
        circle: The places of the references that lead in a circle.
    """

    code: str
    message: str = ""
    hint: str | None = None
    circle: tuple[Target, ...] = ()


def internal_ref(pointer: str) -> str:
    """Write a JSON pointer as a reference within the document (RFC 6901 §6)."""
    return "#" + quote(pointer, safe=_FRAGMENT_SAFE)


def ref_pointer(ref: str) -> str:
    """Give the JSON pointer of a reference within the document.

    Args:
        ref: A reference of a bundle, such as `#/components/schemas/Pet`.

    Returns:
        The JSON pointer, percent-encoding undone.
    """
    return unquote(ref.removeprefix("#"))


@dataclass(slots=True, eq=False)
class References:
    """Follows references; files are opened as they are needed."""

    loader: Loader
    _anchors: dict[str, dict[str, str]] = field(default_factory=dict[str, "dict[str, str]"])
    _ids: dict[str, Target] = field(default_factory=dict[str, Target])
    _indexed: set[str] = field(default_factory=set[str])

    def find(
        self, ref: str, document: Document, base: str = "", resource: str = "", steps: int = 0
    ) -> Target | Dangling:
        """Follow one reference.

        Args:
            ref: The reference as written.
            document: The file in which it stands.
            base: The base URI that an enclosing `$id` sets, if any.
            resource: The pointer of the schema with that `$id`.
            steps: How many references have been followed on the way to this one.

        Returns:
            What it leads to (which may be a reference in turn), or why it leads nowhere.
        """
        if steps > _MOST_STEPS:
            return Dangling("ref-circular", f"The reference '{ref}' leads through too many other references.")
        try:
            url, fragment = urldefrag(ref)
            absolute = urljoin(base or self._base(document), url)
            address = urljoin(document.url, url)
        except ValueError:
            return Dangling("ref-not-found", f"The reference '{ref}' is not a valid URI reference.")
        if not url:
            if resource:
                found = self._in_document(document, resource, fragment, ref, steps)
                if isinstance(found, Target):
                    return found
            return self._in_document(document, "", fragment, ref, steps)
        self._index(document)
        if absolute in self._ids:
            schema = self._ids[absolute]
            return self._in_document(schema.document, schema.pointer, fragment, ref, steps)
        opened = self.loader.open(address, document)
        if not isinstance(opened, Document):
            reason = (
                opened.message[0].lower() + opened.message[1:] if opened.message.startswith("The") else opened.message
            )
            hint = _suggestion(document, url) or opened.hint
            return Dangling(opened.code, f"The reference '{_shown(ref)}' leads nowhere: {reason}", hint)
        if opened.tree is None and opened.parsed.faults:
            return Dangling("")
        self._index(opened)
        return self._in_document(opened, "", fragment, ref, steps)

    def settle(self, target: Target) -> Target | Dangling:
        """Follow a chain of references to its end.

        Args:
            target: Where the first reference leads.

        Returns:
            The first target on the way that says something of its own, or why the chain leads nowhere.
        """
        chain: dict[tuple[str, str], Target] = {}
        settled: Target | None = None
        current = target
        while is_object(current.value) and isinstance(current.value.get("$ref"), str):
            if current.key in chain:
                members = list(chain.values())
                circle = tuple(members[list(chain).index(current.key) :])
                return Dangling(
                    "ref-circular",
                    "This reference leads back to itself without ever reaching a value.",
                    "Write out one of the values in the circle.",
                    circle,
                )
            chain[current.key] = current
            if settled is None and not is_pure(current.value):
                settled = current
            base, resource = self.scope(current)
            found = self.find(current.value["$ref"], current.document, base, resource, steps=len(chain))
            if isinstance(found, Dangling):
                # It is told where that reference itself is met; one that nobody walks over is told here.
                return settled or found
            current = found
        return settled or current

    def scope(self, target: Target) -> tuple[str, str]:
        """Give the base URI that the `$id`s above and in a schema set, and the pointer of the innermost of them."""
        base, resource, here = "", "", ""
        if "$id" not in target.document.text:
            return base, resource
        value: Any = target.document.tree
        for token in (*pointer_tokens(target.pointer), None):
            identifier = value.get("$id") if is_object(value) else None
            if isinstance(identifier, str):
                with suppress(ValueError):
                    base, resource = urldefrag(urljoin(base or self._base(target.document), identifier))[0], here
            if token is not None:
                value, here = step(value, token), pointer_join(here, token)
        return base, resource

    def anchored(self, origin: Origin) -> Target:
        """Give what the dynamic anchor of a schema leads to; if it only lends its name to another, that one."""
        document, pointer = origin.document, origin.pointer
        target = Target(document, pointer, pointer_get(document.tree, pointer))
        if target.value.keys() == {"$dynamicAnchor", "$ref"} and isinstance(target.value["$ref"], str):
            found = self.find(target.value["$ref"], document, *self.scope(target))
            return found if isinstance(found, Target) else target
        return target

    def _base(self, document: Document) -> str:
        """Give the base URI of a file: its `$self` (OpenAPI 3.2 §4.1.2.2.1), else its URL."""
        own = document.tree.get("$self") if is_object(document.tree) else None
        if not isinstance(own, str):
            return document.url
        try:
            return urldefrag(urljoin(document.url, own))[0]
        except ValueError:
            return document.url

    def _in_document(self, document: Document, start: str, fragment: str, ref: str, steps: int) -> Target | Dangling:
        pointer = unquote(fragment)
        if pointer and not pointer.startswith("/"):
            return self._by_anchor(document, start, pointer, ref)
        found = self._evaluate(document, start + pointer, ref, steps)
        if isinstance(found, Dangling) and pointer != fragment:
            raw = self._evaluate(document, start + fragment, ref, steps)
            return raw if isinstance(raw, Target) else found
        return found

    def _evaluate(self, document: Document, pointer: str, ref: str, steps: int) -> Target | Dangling:
        """Go down a pointer; where it leads through a reference, go on behind that."""
        value: Any = document.tree
        here = ""
        for token in pointer_tokens(pointer):
            jumps = 0
            while is_object(value) and token not in value and isinstance(value.get("$ref"), str):
                jumps += 1
                found = self.find(value["$ref"], document, steps=steps + jumps)
                if isinstance(found, Dangling):
                    return found
                document, here, value = found.document, found.pointer, found.value
            try:
                value = step(value, token)
            except LookupError:
                return _missing(ref, document, here, token, value)
            here = pointer_join(here, token)
        return Target(document, here, value)

    def _by_anchor(self, document: Document, start: str, name: str, ref: str) -> Target | Dangling:
        self._index(document, force=True)
        anchors = self._anchors[document.url]
        pointer = anchors.get(f"{start}#{name}") or anchors.get(name)
        if pointer is not None:
            return self._evaluate(document, pointer, ref, 0)
        hint = _suggestion(document, name) or f"Write '#/{name}' if a JSON pointer is meant."
        return Dangling(
            "ref-not-found", f"The reference '{ref}' leads nowhere: {document.name} has no anchor '{name}'.", hint
        )

    def _index(self, document: Document, *, force: bool = False) -> None:
        """Note every `$id` and `$anchor` of a file, if it has any."""
        if document.url in self._indexed and (not force or document.url in self._anchors):
            return
        self._indexed.add(document.url)
        base = self._base(document)
        if base != document.url:
            self._ids.setdefault(base, Target(document, "", document.tree))
        if not force and "$id" not in document.text:
            return
        anchors = self._anchors[document.url] = {}
        pending: list[tuple[str, Any, str, str]] = [("", document.tree, base, "")]
        while pending:
            pointer, value, base, resource = pending.pop()
            if is_object(value):
                if isinstance(value.get("$id"), str):
                    base, resource = self._note_id(Target(document, pointer, value), value["$id"], base, resource)
                for keyword in ("$anchor", "$dynamicAnchor"):
                    name = value.get(keyword)
                    if isinstance(name, str):
                        anchors.setdefault(name, pointer)
                        anchors.setdefault(f"{resource}#{name}", pointer)
                pending.extend((pointer_join(pointer, key), child, base, resource) for key, child in value.items())
            elif is_array(value):
                pending.extend((f"{pointer}/{index}", child, base, resource) for index, child in enumerate(value))

    def _note_id(self, schema: Target, identifier: str, base: str, resource: str) -> tuple[str, str]:
        """Note a `$id`, and give the base URI and the pointer of the resource that hold below it."""
        try:
            uri = urldefrag(urljoin(base, identifier))[0]
        except ValueError:
            return base, resource
        if uri != schema.document.url:
            self._ids.setdefault(uri, schema)
        return uri, schema.pointer


def looks_like_ref(text: str) -> bool:
    """Tell a reference in a discriminator's mapping from the name of a schema (OpenAPI 3.1 §4.8.25)."""
    return "#" in text or "/" in text or text.endswith((".yaml", ".yml", ".json"))


def is_pure(value: Any) -> bool:
    """Tell whether an object is a reference with nothing of its own."""
    return (
        is_object(value)
        and isinstance(value.get("$ref"), str)
        and all(key == "$ref" or key.startswith("x-") for key in value)
    )


def _shown(ref: str) -> str:
    """Give a reference as it may be told."""
    url, fragment = urldefrag(ref)
    return (shown_url(url) if "://" in url else url) + (f"#{fragment}" if fragment else "")


def _missing(ref: str, document: Document, here: str, token: str, value: Any) -> Dangling:
    place = f"{document.name}#{here}" if here else document.name
    hint = "Check the spelling, or add what is missing."
    suggestion = _suggestion(document, ref.partition("#")[2])
    if is_object(value):
        what = f"has no '{token}'"
        close = get_close_matches(token, value, n=1) or [key for key in value if key.lower() == token.lower()]
        if close:
            hint = f"Did you mean '{close[0]}'?"
    elif is_array(value):
        what = f"is a list of {len(value)} without item '{token}'"
    else:
        what = f"has nothing below it, so no '{token}'"
    return Dangling("ref-not-found", f"The reference '{ref}' leads nowhere: {place} {what}.", suggestion or hint)


_COMPONENT_PLACES = (
    ("components", "schemas"),
    ("definitions",),
    ("components", "responses"),
    ("components", "parameters"),
)


def _suggestion(document: Document, written: str) -> str | None:
    """Find a component of that name where components are kept, for a reference that does not say where."""
    name = unquote(written.rpartition("/")[2])
    for tokens in _COMPONENT_PLACES:
        try:
            pointer_get(document.tree, pointer_join("", *tokens, name))
        except LookupError:
            continue
        return f"Write '{internal_ref(pointer_join('', *tokens, name))}'."
    return None
