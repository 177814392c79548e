"""Applies Overlay documents to a document, before its references are followed (Overlay Specification 1.0).

A target is a JSONPath (RFC 9535). Whatever an overlay brought keeps its position in the overlay.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import urljoin

from clientsmith.diagnostics import Diagnostic, Severity, SpecError
from clientsmith.positions import pointer_get, pointer_join
from clientsmith.source.bundle import Origin, copy_tree, diagnose
from clientsmith.source.document import Document
from clientsmith.trees import Tree, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.source.loader import Loader

Place: TypeAlias = "tuple[str | int, ...]"

_VERSIONS = ("1.0.", "1.1.")
_CODE = "overlay"


def is_overlay(document: Document) -> bool:
    """Tell whether a file is an Overlay document rather than an API description."""
    return is_object(document.tree) and "overlay" in document.tree and "openapi" not in document.tree


def open_target(overlay: Document, loader: Loader) -> Document:
    """Open the document that an overlay says it extends.

    Raises:
        SpecError: It names none, or there is none.
    """
    extends = overlay.tree.get("extends")
    if not isinstance(extends, str):
        message = "This is an overlay that does not say which document it extends."
        hint = "Name that document, and this one by --overlay; or add 'extends'."
        raise SpecError([diagnose(_CODE, Severity.ERROR, message, [("", Origin(overlay, ""))], hint)])
    place = [("", Origin(overlay, "/extends"))]
    try:
        address = urljoin(overlay.url, extends)
    except ValueError:
        message = f"The document that this overlay extends, '{extends}', is not a valid URI reference."
        raise SpecError([diagnose(_CODE, Severity.ERROR, message, place, "Write its path or address.")]) from None
    found = loader.open(address, overlay)
    if not isinstance(found, Document):
        raise SpecError([diagnose(found.code, Severity.ERROR, found.message, place, found.hint)])
    return found


def apply_overlay(document: Document, overlay: Document) -> tuple[Document, list[Diagnostic]]:
    """Apply an overlay.

    Args:
        document: The API description; it stays as it is.
        overlay: The overlay.

    Returns:
        The description with the actions of the overlay done, and what is wrong with the overlay: errors, and a warning
        for each target that matches nothing.
    """
    patch = _Patch(document, overlay)
    patch.run()
    parsed = replace(document.parsed, tree=patch.tree)
    return replace(document, parsed=parsed, grafts=patch.grafts), patch.found


class _Patch:
    def __init__(self, document: Document, overlay: Document) -> None:
        self.tree: Any = copy_tree(document.tree)
        self.grafts: dict[str, tuple[Document, str]] = dict(document.grafts)
        self.found: list[Diagnostic] = []
        self._document = document
        self._overlay = overlay

    def run(self) -> None:
        tree = self._overlay.tree
        if not is_object(tree) or not str(tree.get("overlay", "")).startswith(_VERSIONS):
            what = "has the version " + repr(tree["overlay"]) if is_object(tree) and "overlay" in tree else "is none"
            self._fault(
                f"An Overlay document 1.0 is expected, but this {what}.", "", "Put 'overlay: 1.0.0' at the top."
            )
            return
        actions = tree.get("actions")
        if not is_array(actions) or not actions:
            self._fault(
                "An overlay needs a list of 'actions'.", "/actions", "Add an action with 'target' and 'update'."
            )
            return
        for index, action in enumerate(actions):
            self._action(action, f"/actions/{index}")

    def _action(self, action: Any, pointer: str) -> None:
        if not is_object(action) or not isinstance(action.get("target"), str):
            self._fault("An action needs a 'target', which is a JSONPath.", pointer, "Write 'target: $.info'.")
            return
        removes = action.get("remove") is True
        if not removes and "update" not in action:
            hint = "Add what the target is to be merged with, or 'remove: true'."
            self._fault("The action neither updates nor removes anything.", pointer, hint)
            return
        places = self._match(action["target"], pointer_join(pointer, "target"))
        if removes:
            for place in sorted(places or (), key=_backwards):
                self._remove(place, pointer)
            return
        for place in places or ():
            self._update(place, action["update"], pointer_join(pointer, "update"))

    def _match(self, target: str, pointer: str) -> list[Place] | None:
        from jsonpath import JSONPathEnvironment, JSONPathError  # noqa: PLC0415 (few documents have overlays)

        try:
            places = [match.parts for match in JSONPathEnvironment(strict=True).finditer(target, self.tree)]
        except JSONPathError as error:
            reason = str(error).partition("\n")[0]
            self._fault(f"The target is no valid JSONPath: {reason}.", pointer, "Write it as RFC 9535 says.")
            return None
        if not places:
            message = f"The target '{target}' matches nothing in {self._document.name}, so nothing was done."
            self._fault(message, pointer, "Check the spelling.", severity=Severity.WARNING, code="overlay-unmatched")
        return list(dict.fromkeys(places))

    # Removing

    def _remove(self, place: Place, pointer: str) -> None:
        if not place:
            self._fault("The document as a whole cannot be removed.", pointer, "Write a narrower target.")
            return
        holder, key = self._at(place[:-1]), place[-1]
        above = pointer_join("", *place[:-1])
        if is_array(holder):
            index = int(key)
            del holder[index]
            for number in range(index, len(holder)):
                self._move(f"{above}/{number + 1}", f"{above}/{number}")
            self._forget(f"{above}/{len(holder)}")
        else:
            del holder[key]
            self._forget(pointer_join(above, key))

    def _move(self, old: str, new: str) -> None:
        """Let what stands in a new place keep its position."""
        origin = self._document_of(old)
        below = {key: graft for key, graft in self.grafts.items() if key.startswith(f"{old}/")}
        self._forget(new)
        self.grafts[new] = origin
        self.grafts.update({new + key[len(old) :]: graft for key, graft in below.items()})

    def _document_of(self, pointer: str) -> tuple[Document, str]:
        top = pointer
        while top and top not in self.grafts:
            top = top.rpartition("/")[0]
        if top in self.grafts:
            document, own = self.grafts[top]
            return document, own + pointer[len(top) :]
        return replace(self._document, grafts={}), pointer

    def _forget(self, pointer: str) -> None:
        for key in [key for key in self.grafts if key == pointer or key.startswith(f"{pointer}/")]:
            del self.grafts[key]

    # Updating

    def _update(self, place: Place, update: Any, source: str) -> None:
        target = self._at(place)
        here = pointer_join("", *place)
        if is_array(target):
            self._append(target, update if is_array(update) else [update], here, source, single=not is_array(update))
        elif is_object(target) and is_object(update):
            self._merge(target, update, here, source)
        elif is_object(target):
            self._fault("An object can only be updated with an object.", source, "Write the members to merge.")
        elif place:
            self._put(self._at(place[:-1]), place[-1], update, here, source)

    def _merge(self, target: Tree, update: Tree, here: str, source: str) -> None:
        for key, value in update.items():
            there, own = pointer_join(here, key), pointer_join(source, key)
            old = target.get(key)
            if is_object(old) and is_object(value):
                self._merge(old, value, there, own)
            elif is_array(old) and is_array(value):
                self._append(old, value, there, own)
            else:
                self._put(target, key, value, there, own)

    def _append(self, target: list[Any], items: list[Any], here: str, source: str, *, single: bool = False) -> None:
        for index, item in enumerate(items):
            self.grafts[f"{here}/{len(target)}"] = (self._overlay, source if single else f"{source}/{index}")
            target.append(copy_tree(item))

    def _put(self, holder: Any, key: str | int, value: Any, here: str, source: str) -> None:
        holder[key] = copy_tree(value)
        self._forget(here)
        self.grafts[here] = (self._overlay, source)

    def _at(self, place: Place) -> Any:
        return pointer_get(self.tree, pointer_join("", *place))

    def _fault(
        self, message: str, pointer: str, hint: str, *, severity: Severity = Severity.ERROR, code: str = _CODE
    ) -> None:
        self.found.append(diagnose(code, severity, message, [("", Origin(self._overlay, pointer))], hint))


def _backwards(place: Place) -> list[tuple[int, str]]:
    """Order places so that removing one does not move those that come after it."""
    return [(-part, "") if isinstance(part, int) else (0, part) for part in cast("Iterator[str | int]", place)]
