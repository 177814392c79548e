"""Names for components that a bundle takes in from other files."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from clientsmith.positions import pointer_tokens

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9._-]+")  # OpenAPI 3.1 §4.8.7 on the keys of components
_STRUCTURE = frozenset(
    (
        "schema schemas items properties additionalProperties allOf anyOf oneOf not content examples headers parameters"
        " requestBody requestBodies responses links callbacks definitions $defs components paths get put post delete"
        " options head patch trace"
    ).split()
)


def component_name(url: str, pointer: str, taken: Container[str]) -> str:
    """Choose the name of a component.

    The last token of the pointer names it, or the file if the pointer is empty. If the token only names a place in the
    structure (`items`, `0`), the tokens before it are added, up to one that tells something. If the name is taken, the
    name of the file is put before it, then that of the folder.

    Args:
        url: The file in which the component stands.
        pointer: Its place there.
        taken: Names that are taken.

    Returns:
        A name that OpenAPI allows and that is not taken.
    """
    for candidate in _candidates(url, pointer):
        name = _NOT_ALLOWED.sub("_", candidate).strip("_") or "component"
        if name not in taken:
            return name
    raise AssertionError("the candidates never end")


def _candidates(url: str, pointer: str) -> Iterator[str]:
    path = PurePosixPath(unquote(urlsplit(url).path))
    tokens = pointer_tokens(pointer)
    name = path.stem
    if tokens:
        start = len(tokens) - 1
        while start > 0 and (tokens[start].isdigit() or tokens[start] in _STRUCTURE):
            start -= 1
        name = "_".join(tokens[start:])
        if start == 0 and (tokens[0].isdigit() or tokens[0] in _STRUCTURE):
            name = f"{path.stem}_{'_'.join(tokens[-2:])}"
    yield name
    if len(tokens) > 2 and tokens[-2] == "$defs":
        yield f"{tokens[-3]}_{name}"
    longer = f"{path.stem}_{name}" if tokens else name
    yield longer
    longer = f"{path.parent.name}_{longer}"
    yield longer
    number = 2
    while True:
        yield f"{longer}_{number}"
        number += 1
