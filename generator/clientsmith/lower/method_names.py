"""What the method of an operation is called: short, as a person would say it beside the name of its resource."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clientsmith.naming import Names, singular, snake_case, words
from clientsmith.schemas.path_names import is_mechanical, lower_words, path_segments, path_words, stems

_NOISE: Final = frozenset({"controller"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
_PREPOSITIONS: Final = frozenset({"at", "for", "from", "in", "of", "on", "to", "with"})
_SYNONYMS: Final = {
    "create one": "create",
    "delete one": "delete",
    "find all": "list",
    "find many": "list",
    "find one": "get",
    "get all": "list",
    "get list": "list",
    "get many": "list",
    "get one": "get",
    "list all": "list",
    "update one": "update",
}


@dataclass(frozen=True, slots=True)
class Call:
    """What the name of a method is made from.

    Attributes:
        operation_id: the operation's id, if the document gives one.
        verb: the HTTP method in lower case.
        path: the path template.
        verbs: all methods that the path has.
        is_array: whether the operation answers with an array.
    """

    operation_id: str | None
    verb: str
    path: str
    verbs: frozenset[str] = frozenset()
    is_array: bool = False


def group_key(path: str) -> str:
    """Return the resource of an operation without tags: the first segment of its path that says something."""
    segments = path_segments(path)
    return segments[0] if segments else "default"


def method_names(calls: Mapping[str, Call], group: str, names: Names) -> dict[str, str]:
    """Name the methods of a resource.

    Each operation has names in order of preference. A first choice that nobody else has is taken whatever the others
    are called; among those that want the same, the shorter path comes first. So neither the order of the document nor
    an operation with another name decides.

    Args:
        calls: key → operation.
        group: the name of the resource; its words are left out.
        names: the names that are taken; those given are added.

    Returns:
        Key → name.
    """
    wanted = {key: candidates(call, group) for key, call in calls.items()}
    ranked = sorted(calls, key=lambda key: (calls[key].path.count("/"), calls[key].path, calls[key].verb, key))
    return names.share({key: wanted[key] for key in ranked})


def candidates(call: Call, group: str) -> tuple[str, ...]:
    """Return the names of a method in order of preference, each an identifier.

    `createAssistant` in `Assistants` is `create`, `list_items_items_get` in `items` is `list`.
    """
    group_words = stems(words(group))
    verbs = call.verbs or frozenset({call.verb})
    by_path = path_words(call.verb, call.path, group_words, verbs, is_array=call.is_array)
    full_path = path_words(call.verb, call.path, frozenset(), verbs, is_array=call.is_array)
    last = [call.verb, *lower_words(call.path)]
    written = call.operation_id or ""
    spoken = _without_path_suffix(lower_words(written), call.verb, call.path)
    says_more = call.path.count("/") == 1 and bool(_without_group(spoken[1:], group_words))
    if not spoken or (is_mechanical(written, call.verb, call.path) and not says_more):
        return _identifiers(by_path, [*by_path, *_picked_by(call.path)], full_path, last)
    spoken = [word for word in spoken if word not in _NOISE] or spoken
    said = _without_articles(spoken)
    kept = _without_group(said, group_words)
    short = _without_known_parameter(kept, call.path)
    if not kept:
        # The id is the name of the resource: what is done to it stands in the method alone.
        kept = short = said if call.verb == "get" and len(said) > 1 else by_path
    return _identifiers(_synonym(short), _synonym(kept), said, lower_words(written), last)


def _identifiers(*spoken: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(snake_case(" ".join(one), "call") for one in spoken))


def _synonym(spoken: list[str]) -> list[str]:
    name = " ".join(spoken)
    return [_SYNONYMS.get(name, name)]


def _picked_by(path: str) -> list[str]:
    """Return `by` and the last parameter of a path, which tells two operations on the same thing apart."""
    parameters = [part for part in path.split("/") if part.startswith("{") and part.endswith("}")]
    return ["by", *lower_words(parameters[-1])] if parameters else []


def _without_articles(spoken: list[str]) -> list[str]:
    kept = [
        word for word, after in zip(spoken, [*spoken[1:], ""], strict=True) if word not in _ARTICLES or len(after) < 2
    ]
    return kept or spoken


def _without_group(spoken: list[str], group_words: frozenset[str]) -> list[str]:
    """Leave out the words of the resource, and what joined them to the rest ("comments for repo" is "comments")."""
    kept: list[str] = []
    for word in spoken:
        if word in group_words or (singular(word) or word) in group_words:
            if len(kept) > 1 and kept[-1] in _PREPOSITIONS:
                kept.pop()
        else:
            kept.append(word)
    return kept


def _without_known_parameter(spoken: list[str], path: str) -> list[str]:
    """Leave out a "by id" that says what the argument says."""
    if len(spoken) > 2 and spoken[-2:] == ["by", "id"] and path.rstrip("/").endswith("}"):
        return spoken[:-2]
    return spoken


def _without_path_suffix(spoken: list[str], verb: str, path: str) -> list[str]:
    """Take off the path and method that FastAPI puts at the end of an id (`list_items_items_get`)."""
    if len(spoken) < 3 or spoken[-1] != verb:
        return spoken
    tail = lower_words(path.replace("{", " ").replace("}", " "))
    body = spoken[:-1]
    if tail and len(body) > len(tail) and body[-len(tail) :] == tail:
        return body[: -len(tail)]
    return spoken
