"""Where a value was written: JSON pointers (RFC 6901) and positions in files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, cast

_INDEX = re.compile(r"0|[1-9][0-9]{0,17}")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file.

    Attributes:
        file: The file as the user knows it: relative to the working directory where possible, with forward slashes.
        line: The line, counted from 1.
        column: The column in characters, counted from 1.
        pointer: The JSON pointer of the value inside that file.
    """

    file: str
    line: int
    column: int
    pointer: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def pointer_join(base: str, *tokens: str | int) -> str:
    """Append reference tokens to a JSON pointer.

    Args:
        base: A JSON pointer; the empty string is the whole document.
        tokens: Object keys and list indexes, not escaped.

    Returns:
        The longer pointer, with `~` and `/` in the tokens escaped (RFC 6901 §3).
    """
    for token in tokens:
        text = str(token)
        if "~" in text:
            text = text.replace("~", "~0")
        if "/" in text:
            text = text.replace("/", "~1")
        base = f"{base}/{text}"
    return base


def pointer_tokens(pointer: str) -> tuple[str, ...]:
    """Split a JSON pointer into its reference tokens.

    Args:
        pointer: A JSON pointer, without the leading `#` of a URI fragment.

    Returns:
        The tokens with escapes undone (RFC 6901 §4); none for the whole document.

    Raises:
        ValueError: The text is not empty and does not start with `/`.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f"A JSON pointer starts with '/', but this is {pointer!r}.")
    tokens = pointer[1:].split("/")
    if "~" in pointer:
        return tuple(token.replace("~1", "/").replace("~0", "~") for token in tokens)
    return tuple(tokens)


def pointer_get(tree: Any, pointer: str) -> Any:
    """Look a JSON pointer up in a tree of dicts and lists.

    Args:
        tree: The document.
        pointer: The JSON pointer.

    Returns:
        The value that the pointer names.

    Raises:
        LookupError: Nothing is there.
        ValueError: The text is not a JSON pointer.
    """
    value: Any = tree
    for token in pointer_tokens(pointer):
        value = step(value, token)
    return value


def step(value: Any, token: str) -> Any:
    """Follow one reference token from a value to its member.

    Args:
        value: A dict or list; anything else has no members.
        token: An object key or the decimal index into a list, without a leading zero (RFC 6901 §4).

    Returns:
        The member.

    Raises:
        LookupError: There is no such member.
    """
    if isinstance(value, dict):
        return cast("dict[str, Any]", value)[token]
    if isinstance(value, list) and _INDEX.fullmatch(token):
        return cast("Any", value)[int(token)]
    raise LookupError(token)
