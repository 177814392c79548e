"""What an operation does, read from its HTTP method and the shape of its path, as a person would say it.

`POST /customers/{customer}/sources` creates a source, `GET` of the same path lists them, `POST …/sources/{id}/verify`
verifies one. The words serve the names of methods and of models alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from clientsmith.naming import singular, words

_VERSION: Final = re.compile(r"^v\d+([._]\d+)*((alpha|beta|rc)\d*)?$", re.IGNORECASE)
_PARAMETER: Final = re.compile(r"\{[^}]*\}")
PLURAL_ONLY: Final = frozenset(
    """
    access address analytics credentials details diagnostics metrics news permissions preferences settings statistics
    stats status
    """.split()
)
"""Words that end like a plural and are one thing."""
_QUERIES: Final = frozenset({"autocomplete", "count", "download", "export", "find", "lookup", "preview", "search"})
"""Last words of a path that GET carries out instead of fetching something called so."""
_VERBS: Final = {"put": "replace", "patch": "update"}


def path_segments(path: str) -> list[str]:
    """Return the fixed segments of a path template that say something: no parameters, versions or empty ones."""
    segments = [_PARAMETER.sub("", segment).strip() for segment in path.split("/")]
    return [segment for segment in segments if segment and not _VERSION.match(segment) and segment.lower() != "api"]


def lower_words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.lower() for word in words(text)]


def stems(spoken: Iterable[str]) -> frozenset[str]:
    """Return words in lower case with their singulars."""
    lower = [word.lower() for word in spoken]
    return frozenset([*lower, *(stem for word in lower if (stem := singular(word)) is not None)])


def is_mechanical(operation_id: str, verb: str, path: str) -> bool:
    """Tell whether an id only says method and path again (`PostCustomersCustomerSources`), so that it names nothing."""
    spoken = "".join(word for word in lower_words(operation_id) if word != "by")
    everything = "".join(word for word in lower_words(path) if word != "by")
    unversioned = "".join(word for part in _parts(path) for word in lower_words(part) if word != "by")
    fixed = "".join(word for part in path_segments(path) for word in lower_words(part) if word != "by")
    tails = {everything, unversioned} if path.rstrip("/").endswith("}") else {everything, unversioned, fixed}
    return any(tail and spoken in {verb + tail, tail + verb} for tail in tails)


def path_words(
    verb: str, path: str, group: frozenset[str], verbs: frozenset[str], *, is_array: bool = False
) -> list[str]:
    """Return what an operation does in words: `create source`.

    Args:
        verb: the HTTP method in lower case.
        path: the path template.
        group: words that go without saying, those of the resource.
        verbs: all methods that the path has.
        is_array: whether the operation answers with an array.
    """
    parts = _parts(path)
    is_item = bool(parts) and parts[-1].endswith("}")
    fixed = [lower_words(_PARAMETER.sub("", part)) for part in parts]
    last = next((spoken for spoken in reversed(fixed) if spoken), list[str]())
    is_many = not is_item and (is_array or not last or _is_plural(last))
    nouns: list[list[str]] = []
    for index, spoken in enumerate(fixed):
        picked = index + 1 < len(parts) and parts[index + 1].startswith("{") and index + 2 < len(parts)
        if kept := _beyond(spoken, group):
            nouns.append(_one(kept) if picked else kept)
    # What is done last to what stands before it, if the last thing is not the resource itself.
    last = nouns.pop() if nouns and _beyond(last, group) else []
    subject = [word for noun in nouns for word in noun]
    is_deed = (verb == "get" and last[-1:] and last[-1] in _QUERIES) or (
        verb == "post" and "{" in path and verbs.isdisjoint({"get", "put", "patch", "delete"})
    )
    if last and is_deed and not is_item and not is_many:
        return [*last, *(["for"] if subject and len(last) > 1 else []), *subject]
    one = is_item or (verb == "post" and is_many)
    return [_doing(verb, verbs, is_item=is_item, is_many=is_many), *subject, *(_one(last) if one else last)]


def _doing(verb: str, verbs: frozenset[str], *, is_item: bool, is_many: bool) -> str:
    """Return what a method does to a thing: GET of many lists them, GET of one gets it."""
    match verb:
        case "get":
            return "list" if is_many else "get"
        case "post" if is_item or (not is_many and "get" in verbs):
            return "post" if not verbs.isdisjoint({"put", "patch"}) else "update"
        case "post":
            return "create"
        case _:
            return _VERBS.get(verb, verb)


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part and not _VERSION.match(part) and part.lower() != "api"]


def _beyond(spoken: list[str], group: frozenset[str]) -> list[str]:
    """Return the words of a segment after those of the resource that it begins with (`account_links` in `account`)."""
    start = 0
    while start < len(spoken) and (spoken[start] in group or singular(spoken[start]) in group):
        start += 1
    return spoken[start:]


def _one(noun: list[str]) -> list[str]:
    return [*noun[:-1], singular(noun[-1]) or noun[-1]] if noun and _is_plural(noun) else noun


def _is_plural(noun: list[str]) -> bool:
    return bool(noun) and noun[-1] not in PLURAL_ONLY and (singular(noun[-1]) is not None or noun[-1] == "people")
