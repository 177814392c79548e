"""YAML text → plain tree and positions, by the core schema of YAML 1.2 (§10.3).

PyYAML splits the text into events (its C parser if there is one); what the events mean is decided here, because PyYAML
itself follows YAML 1.1, where `off` and `no` are booleans and `12:30` is a number.

Three additions to the core schema that documents in use need: merge keys (`<<`) are followed, keys that are numbers,
booleans or null are taken as the text that was written, and unknown tags are ignored with a warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import yaml

from clientsmith.diagnostics import Severity
from clientsmith.positions import pointer_join
from clientsmith.source.text import YAML_LINE_BREAK, Fault, Parsed, encodable, place_of
from clientsmith.source.yaml_faults import syntax_fault
from clientsmith.trees import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(
    r"(?P<octal>0o[0-7]+)|(?P<hexadecimal>0x[0-9a-fA-F]+)|(?P<decimal>[-+]?[0-9]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<infinite>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))",
)
_WORDS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_START = frozenset("0123456789+-.")
_TAG = "tag:yaml.org,2002:"
_STRING_TAGS = frozenset({_TAG + "str", _TAG + "binary", _TAG + "timestamp"})
_RESOLVED_TAGS = frozenset({_TAG + "int", _TAG + "float", _TAG + "bool", _TAG + "null"})
_CONTAINER_TAGS = frozenset({_TAG + "map", _TAG + "seq", _TAG + "set", _TAG + "omap"})
_MOST_DIGITS = 4000

# Line and column of the key (or list item), line and column of the value, and the marks of its members.
_Mark = tuple[int, int, int, int, "dict[str, Any] | None"]
_NO_MARK: _Mark = (0, 0, 0, 0, None)


def read_yaml(text: str, max_depth: int, max_alias_nodes: int, *, pure: bool = False) -> Parsed:
    """Read one YAML document.

    Args:
        text: The document without byte order mark.
        max_depth: How deep objects and lists may be nested, aliases expanded.
        max_alias_nodes: How many nodes all aliases together may stand for.
        pure: Use PyYAML's Python parser even if the C parser is there; the result is the same.

    Returns:
        The tree, what is wrong with it, and a way to find positions in it. Values that aliases share are shared in the
        tree.
    """
    loader: Any = yaml.SafeLoader if pure or not yaml.__with_libyaml__ else yaml.CSafeLoader
    builder = _Builder(max_depth, max_alias_nodes)
    try:
        builder.run(yaml.parse(text, Loader=loader))
    except yaml.reader.ReaderError as error:
        offset = error.position if isinstance(error.position, int) else 0  # pyright: ignore[reportUnnecessaryIsInstance]
        line, column = place_of(text, offset, YAML_LINE_BREAK)
        builder.fault("yaml-syntax", "This character is not allowed in YAML.", (line - 1, column - 1))
    except yaml.YAMLError as error:
        lines = YAML_LINE_BREAK.split(text)
        builder.faults.append(syntax_fault(error, pointer_join("", *builder.path()), lines))
    return Parsed(builder.root, tuple(builder.faults), builder.locate, YAML_LINE_BREAK)


def scalar(text: str) -> Any:
    """Give the value of a plain scalar by the core schema (YAML 1.2 §10.3.2).

    Args:
        text: The scalar as written, without quotes.

    Returns:
        None, a bool, an int, a float, or the text itself.

    Raises:
        ValueError: The number has too many digits.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_START:
        return text
    found = _NUMBER.fullmatch(text)
    if found is None:
        return text
    kind = found.lastgroup
    if kind == "octal":
        return int(text, 0)
    if kind == "hexadecimal":
        return int(text, 0)
    if kind == "decimal":
        if len(text) > _MOST_DIGITS:
            raise ValueError(text)
        return int(text)
    if kind == "float":
        return float(text)
    return float(text.replace(".", "", 1))


@dataclass(slots=True, eq=False)
class _Frame:
    """A mapping or sequence that is being read."""

    value: Any
    marks: dict[str, Any]
    line: int
    column: int
    anchor: str | None
    nodes: int = 1
    height: int = 1
    key: str | None = None
    key_line: int = 0
    key_column: int = 0
    merges: list[_Node] = field(default_factory=list["_Node"])


@dataclass(slots=True, eq=False)
class _Node:
    """A finished value: what an alias stands for."""

    value: Any
    marks: dict[str, Any] | None
    line: int
    column: int
    nodes: int = 1
    height: int = 0
    plain_merge: bool = False


class _Builder:
    """Builds the tree from events, with its own stack: depth is bounded, and nothing recurses."""

    def __init__(self, max_depth: int, max_alias_nodes: int) -> None:
        self.root: Any = None
        self.faults: list[Fault] = []
        self._root_mark: _Mark = _NO_MARK
        self._max_depth = max_depth
        self._alias_nodes_left = max_alias_nodes
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Node | None] = {}
        self._documents = 0

    def run(self, events: Iterator[Any]) -> None:
        """Take all events up to the end, or up to a bound that is passed."""
        going = True
        for event in events:
            kind = cast("Any", type(event))
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                going = self._start(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end()
            elif kind is yaml.AliasEvent:
                going = self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                going = self._document(event)
            if not going:
                return

    def path(self) -> Iterator[str]:
        """Give the reference tokens of what is being read now."""
        for frame in self._stack:
            if is_array(frame.value):
                yield str(len(frame.value))
            elif frame.key is not None:
                yield frame.key

    def locate(self, tokens: tuple[str, ...]) -> tuple[int, int]:
        """Find line and column of the value under reference tokens: of its key for an object or list, else its own."""
        mark = self._root_mark
        for token in tokens:
            below = mark[4]
            if below is None or token not in below:
                break
            mark = below[token]
        return (mark[2] + 1, mark[3] + 1) if mark[4] is None else (mark[0] + 1, mark[1] + 1)

    def fault(
        self,
        code: str,
        message: str,
        place: tuple[int, int],
        *,
        hint: str | None = None,
        severity: Severity = Severity.ERROR,
        related: tuple[tuple[str, int, int], ...] = (),
    ) -> None:
        """Note a fault at a place counted from 0, under the pointer of what is being read."""
        self.faults.append(
            Fault(
                code=code,
                message=message,
                line=place[0] + 1,
                column=place[1] + 1,
                pointer=pointer_join("", *self.path()),
                hint=hint,
                severity=severity,
                related=related,
            ),
        )

    def _document(self, event: Any) -> bool:
        self._documents += 1
        if self._documents == 1:
            return True
        mark = event.start_mark
        hint = "Keep one document per file; remove what follows '---'."
        self.fault("yaml-documents", "A second YAML document starts in this file.", (mark.line, mark.column), hint=hint)
        return False

    def _start(self, event: Any, value: Any) -> bool:
        mark = event.start_mark
        if len(self._stack) >= self._max_depth:
            return self._too_deep(mark.line, mark.column)
        if event.tag is not None and event.tag not in _CONTAINER_TAGS and event.tag != "!":
            self._unknown_tag(event.tag, mark)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._stack.append(_Frame(value, {}, mark.line, mark.column, event.anchor))
        return True

    def _end(self) -> None:
        frame = self._stack.pop()
        if frame.merges:
            _merge(frame)
        node = _Node(frame.value, frame.marks, frame.line, frame.column, frame.nodes, frame.height)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = node
        self._add(node)

    def _alias(self, event: Any) -> bool:
        mark = event.start_mark
        place = (mark.line, mark.column)
        if event.anchor not in self._anchors:
            hint = f"Write '&{event.anchor}' before the value that is meant, above this line."
            self.fault("yaml-alias", f"The alias '*{event.anchor}' has no anchor.", place, hint=hint)
            self._add(_Node({}, {}, *place))
            return True
        node = self._anchors[event.anchor]
        if node is None:
            hint = "Use a $ref for a schema that contains itself."
            self.fault("yaml-alias", f"The alias '*{event.anchor}' stands inside its own anchor.", place, hint=hint)
            self._add(_Node({}, {}, *place))
            return True
        self._alias_nodes_left -= node.nodes
        if self._alias_nodes_left < 0:
            hint = "Use $ref in place of aliases that contain aliases."
            self.fault("too-many-aliases", "The aliases of this file stand for too many values.", place, hint=hint)
            return False
        if len(self._stack) + node.height > self._max_depth:
            return self._too_deep(*place)
        self._add(_Node(node.value, node.marks, *place, node.nodes, node.height))
        return True

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        text: str = event.value
        tag: str | None = event.tag
        if not encodable(text):
            message = "This text has half of a surrogate pair, which is no character."
            self.fault("not-text", message, (mark.line, mark.column))
            text = text.encode("utf-8", "replace").decode("utf-8")
        value: Any = text
        plain = event.implicit[0]
        if (plain if tag is None or tag == "!" else tag in _RESOLVED_TAGS) and not self._expects_key():
            value = self._resolve(text, mark)
        elif tag is not None and tag != "!" and tag not in _STRING_TAGS and tag not in _RESOLVED_TAGS:
            self._unknown_tag(tag, mark)
        node = _Node(value, None, mark.line, mark.column, plain_merge=plain and text == "<<")
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._add(node)

    def _resolve(self, text: str, mark: Any) -> Any:
        try:
            value = scalar(text)
        except (ValueError, OverflowError):
            self.fault("not-a-number", "This number has too many digits.", (mark.line, mark.column))
            return None
        if isinstance(value, float) and value - value != 0:
            hint = "Quote it if text is meant, or leave the bound out."
            message = f"'{text}' is not a number that JSON has."
            self.fault("not-a-number", message, (mark.line, mark.column), hint=hint)
            return None
        return value

    def _expects_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].key is None and isinstance(self._stack[-1].value, dict)

    def _add(self, node: _Node) -> None:
        """Put a finished value where it belongs: into the list, under the pending key, or as the next key."""
        if not self._stack:
            self.root = node.value
            self._root_mark = (node.line, node.column, node.line, node.column, node.marks)
            return
        frame = self._stack[-1]
        frame.nodes += node.nodes
        if node.height >= frame.height:
            frame.height = node.height + 1
        if is_array(frame.value):
            index = str(len(frame.value))
            frame.marks[index] = (node.line, node.column, node.line, node.column, node.marks)
            frame.value.append(node.value)
        elif frame.key is None:
            self._key(frame, node)
        else:
            self._member(frame, frame.key, node)
            frame.key = None

    def _key(self, frame: _Frame, node: _Node) -> None:
        frame.key_line, frame.key_column = node.line, node.column
        if isinstance(node.value, (dict, list)):
            hint = "Quote the key if it is text that starts with '{' or '['."
            message = "The key of this entry is an object or a list; keys are text."
            self.fault("yaml-key", message, (node.line, node.column), hint=hint)
            frame.key = ""
        else:
            frame.key = (
                "<<" if node.plain_merge else node.value if isinstance(node.value, str) else _key_text(node.value)
            )
        if node.plain_merge:
            frame.key_line = -1 - node.line  # a quoted "<<" is an ordinary key

    def _member(self, frame: _Frame, key: str, node: _Node) -> None:
        line, column = frame.key_line, frame.key_column
        if line < 0:
            self._note_merge(frame, node, (-1 - line, column))
            return
        if key in frame.value:
            first = frame.marks[key]
            self.fault(
                "duplicate-key",
                f"The key '{key}' stands twice in the same object.",
                (line, column),
                hint="Remove or rename one of the two.",
                related=(("first written here", first[0] + 1, first[1] + 1),),
            )
        frame.value[key] = node.value
        frame.marks[key] = (line, column, node.line, node.column, node.marks)

    def _note_merge(self, frame: _Frame, node: _Node, place: tuple[int, int]) -> None:
        sources = [node]
        if is_array(node.value):
            marks = node.marks or {}
            sources = [_Node(value, marks[str(index)][4], *place) for index, value in enumerate(node.value)]
        if all(is_object(source.value) for source in sources):
            frame.merges.extend(sources)
            return
        hint = "Quote '<<' if an ordinary key is meant."
        self.fault("yaml-merge", "The merge key '<<' needs an object or a list of objects.", place, hint=hint)

    def _unknown_tag(self, tag: str, mark: Any) -> None:
        place = (mark.line, mark.column)
        message = f"The tag '{tag.replace(_TAG, '!!')}' has no meaning here and is ignored."
        self.fault("yaml-tag", message, place, severity=Severity.WARNING, hint="Remove the tag.")

    def _too_deep(self, line: int, column: int) -> bool:
        message = f"Objects and lists are nested deeper than {self._max_depth} levels."
        hint = "Move inner parts to components and refer to them."
        self.fault("too-deep", message, (line, column), hint=hint)
        return False


def _key_text(value: Any) -> str:
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _merge(frame: _Frame) -> None:
    """Add the members of merged mappings; what is written out wins, then the earlier mapping."""
    for source in frame.merges:
        for key, value in source.value.items():
            if key not in frame.value:
                frame.value[key] = value
                frame.marks[key] = (source.marks or {}).get(key, _NO_MARK)
