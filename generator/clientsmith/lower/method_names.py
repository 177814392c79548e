"""What the method of an operation is called: short, as a person would say it beside the name of its resource."""

from __future__ import annotations

import re
from typing import Final

from clientsmith.naming import singular, snake_case, words

_VERSION: Final = re.compile(r"^v\d+([._]\d+)*((alpha|beta|rc)\d*)?$", re.IGNORECASE)
_NOISE: Final = frozenset({"controller"})
_PARAMETER: Final = re.compile(r"\{[^}]*\}")
_SYNONYMS: Final = {"find all": "list", "get all": "list", "find one": "get"}


def path_segments(path: str) -> list[str]:
    """Return the fixed segments of a path template that say something: no parameters, versions or empty ones."""
    segments = [_PARAMETER.sub("", segment).strip() for segment in path.split("/")]
    return [segment for segment in segments if segment and not _VERSION.match(segment) and segment.lower() != "api"]


def group_key(path: str) -> str:
    """Return the resource of an operation without tags: the first segment of its path that says something."""
    segments = path_segments(path)
    return segments[0] if segments else "default"


def method_name(operation_id: str | None, verb: str, path: str, group: str) -> str:
    """Return the name of the method of an operation.

    Args:
        operation_id: the operation's id, if the document gives one.
        verb: the HTTP method in lower case.
        path: the path template.
        group: the name of the resource that the method belongs to; its words are left out of the name.

    Returns:
        An identifier: `createAssistant` in `Assistants` is `create`, `list_items_items_get` in `items` is `list`.
    """
    group_words = _stems(words(group))
    if operation_id:
        spoken = [word.lower() for word in words(operation_id)]
        spoken = _without_path_suffix(spoken, verb, path)
        spoken = [word for word in spoken if word not in _NOISE] or spoken
        kept = _without_group(spoken, group_words)
        name = _SYNONYMS.get(" ".join(kept), " ".join(kept))
        if name:
            return snake_case(name, "call")
        return snake_case(" ".join(spoken) if verb == "get" and len(spoken) > 1 else _verb_name(verb, path), "call")
    rest = _without_group([word.lower() for segment in path_segments(path) for word in words(segment)], group_words)
    return snake_case(" ".join([_verb_name(verb, path), *rest]), "call")


def _stems(spoken: list[str]) -> frozenset[str]:
    lower = [word.lower() for word in spoken]
    return frozenset([*lower, *(stem for word in lower if (stem := singular(word)) is not None)])


def _without_group(spoken: list[str], group_words: frozenset[str]) -> list[str]:
    return [word for word in spoken if word not in group_words and (singular(word) or word) not in group_words]


def _without_path_suffix(spoken: list[str], verb: str, path: str) -> list[str]:
    """Take off the path and method that FastAPI puts at the end of an id (`list_items_items_get`)."""
    if len(spoken) < 3 or spoken[-1] != verb:
        return spoken
    tail = [word.lower() for word in words(path.replace("{", " ").replace("}", " "))]
    body = spoken[:-1]
    if tail and len(body) > len(tail) and body[-len(tail) :] == tail:
        return body[: -len(tail)]
    return spoken


def _verb_name(verb: str, path: str) -> str:
    """Return what a method does to a resource: GET of a collection lists it, GET of one item gets it."""
    on_item = path.rstrip("/").endswith("}")
    match verb:
        case "get":
            return "get" if on_item else "list"
        case "post":
            return "create" if not on_item else "post"
        case "put":
            return "replace"
        case "patch":
            return "update"
        case _:
            return verb
