"""Makes every node of a tree the kind of value that it must be, so that later stages can rely on it.

A value of the wrong kind is replaced by an empty one and told; the document as a whole is never refused for it.
"""

from __future__ import annotations

import json
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.positions import pointer_join
from clientsmith.source.grammar import NodeType, Site, walk
from clientsmith.source.keyword_kinds import FIELD_KINDS
from clientsmith.trees import Tree, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.source.bundle import Bundle

_ALMOST_EQUAL = 0.8
_ALMOST_EQUAL_KEYWORD = 0.88
_NAMES: dict[Any, str] = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


def mend_shape(bundle: Bundle, tree: Tree, grammar: NodeType, mended: set[str]) -> Iterator[Diagnostic]:
    """Replace values of the wrong kind, and find missing and misspelt fields.

    Args:
        bundle: Knows the origin of the nodes.
        tree: The tree; it is changed in place.
        grammar: The kind of the tree.
        mended: Takes the pointers of the values that were replaced.

    Yields:
        A diagnostic for each finding, in document order.
    """
    for site in walk(tree, grammar):
        written = site.value
        fault = _wrong_kind(bundle, site)
        if fault is not None:
            mended.add(site.pointer)
            yield fault
        if is_object(written) and site.pointer not in bundle.broken:
            yield from _fields(bundle, site, written)


def described(value: Any) -> str:
    """Say in two words what kind of value something is."""
    return "nothing" if value is None else _NAMES.get(cast("Any", type(value)), "a value")


def _wrong_kind(bundle: Bundle, site: Site) -> Diagnostic | None:
    kind, value = site.type, site.value
    wanted, empty = "an object", cast("Any", {})
    if kind.items is not None:
        if is_array(value):
            return None
        wanted, empty = "a list", []
    elif is_object(value) or (kind.also_boolean and isinstance(value, bool)):
        return None
    nothing = value is None
    site.replace(empty)
    if nothing and site.parent is not None and site.key in site.parent.type.children:
        del site.parent.value[site.key]
    return bundle.diagnose(
        "wrong-kind",
        Severity.WARNING if nothing else Severity.ERROR,
        f"The {kind.name} must be {wanted}, but {'there is nothing' if nothing else f'this is {described(value)}'}.",
        site.pointer,
        "Leave it out, or fill it in." if nothing else f"Write {wanted} here.",
    )


def _fields(bundle: Bundle, site: Site, value: Tree) -> Iterator[Diagnostic]:
    kind = site.type
    if kind.reference and isinstance(value.get("$ref"), str):
        return
    for name in kind.required:
        if name not in value:
            yield bundle.diagnose(
                "missing-field",
                Severity.WARNING if kind.name == "Info Object" else Severity.ERROR,
                f"The {kind.name} lacks the field '{name}'.",
                site.pointer,
                f"Add '{name}'.",
            )
    if not kind.also_boolean:
        yield from _plain_fields(bundle, site, value)
    if kind.rest is not None or kind.items is not None or not kind.scalars | set(kind.children):
        return
    for name in list(value):
        if name in kind.scalars or name in kind.children or (name.startswith("x-") and kind.extensible):
            continue
        close = _similar(kind, name)
        if close is not None and close not in value:
            yield bundle.diagnose(
                "unknown-field",
                Severity.WARNING,
                f"The {kind.name} has no field '{name}'.",
                pointer_join(site.pointer, name),
                f"Did you mean '{close}'?",
            )


def _plain_fields(bundle: Bundle, site: Site, value: Tree) -> Iterator[Diagnostic]:
    """Mend or drop plain fields whose value is of the wrong kind."""
    for name in [name for name in value if name in FIELD_KINDS and name in site.type.scalars]:
        kind, written = FIELD_KINDS[name], value[name]
        if kind.fits(written):
            continue
        meant = kind.mend(written)
        if meant is None:
            del value[name]
        else:
            value[name] = meant
        if written is None:
            continue  # a field without a value is as good as none
        done = "it is ignored" if meant is None else f"it is read as {json.dumps(meant)[:60]}"
        yield bundle.diagnose(
            "wrong-kind",
            Severity.ERROR if meant is None else Severity.WARNING,
            f"'{name}' of the {site.type.name} must be {kind.wanted}; {done}.",
            pointer_join(site.pointer, name),
            "Put it in quotes." if isinstance(meant, str) else f"Write {kind.wanted}.",
        )


@lru_cache(maxsize=4096)
def _similar(kind: NodeType, name: str) -> str | None:
    known = sorted({*kind.scalars, *kind.children})
    folded = {each.lower(): each for each in known}
    close = get_close_matches(name.lower(), folded, n=1, cutoff=_ALMOST_EQUAL if kind.closed else _ALMOST_EQUAL_KEYWORD)
    return folded[close[0]] if close else None
