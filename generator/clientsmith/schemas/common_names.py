"""What to call a schema that stands, alike, in several places: something that is true of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from clientsmith.naming import pascal_case, singular, words
from clientsmith.schemas.path_names import PLURAL_ONLY
from clientsmith.trees import Tree, mapping

FRAMES: Final = frozenset({"Body", "Response"})
_GENERIC: Final = frozenset(
    """
    Attributes Body Choice Code Config Configuration Content Data Description Details Entry Field Id Info Item Items
    Key Kind List Member Metadata Mode Model Name Object Options Param Parameter Parameters Params Properties Reason
    Request Response Result Schema Settings Spec Specs State Status Text Type Value Variant
    """.split()
)
"""Words that say too little to be a name on their own."""
_ACTIONS: Final = frozenset(
    """
    Add Cancel Create Delete Find Get List Patch Post Put Query Read Remove Replace Reset Retrieve Search Send Set
    Update Upload
    """.split()
)
"""Words that say what is done to a thing, not what it is."""
_PREPOSITIONS: Final = frozenset("As At By For From In On To Via With".split())
_CONNECTIVES: Final = _PREPOSITIONS | {"And", "Of", "Or", "The"}
_LEFT_OVER: Final = frozenset(
    "Array Details Entry Item Items Model Object Param Parameters Params Schema Spec Specs Value Variant".split()
)
"""Last words of what schemas stand in, which say nothing where the words before them are not common to all."""
_LISTING: Final = frozenset(
    """
    count has_more hasMore next_page nextPage page_info pageInfo pagination total total_count totalCount
    """.split()
)
_BESIDE_LISTING: Final = frozenset("limit next object offset page per_page perPage previous url".split())
"""Properties that say that something is a listing, and those that then tell nothing of what it lists."""
_STATUS: Final = re.compile(r"Response(\d{3}|\dXX|Default)$")
_REASONS: Final = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "402": "PaymentRequired",
    "403": "Forbidden",
    "404": "NotFound",
    "405": "MethodNotAllowed",
    "406": "NotAcceptable",
    "408": "RequestTimeout",
    "409": "Conflict",
    "410": "Gone",
    "412": "PreconditionFailed",
    "413": "ContentTooLarge",
    "415": "UnsupportedMediaType",
    "422": "UnprocessableContent",
    "429": "TooManyRequests",
    "500": "InternalServer",
    "502": "BadGateway",
    "503": "ServiceUnavailable",
    "504": "GatewayTimeout",
}
"""What responses are called after their status (RFC 9110 §15)."""
_EMPTY_TITLES: Final = frozenset(
    {"Body", "Data", "Item", "Items", "Object", "Param", "Params", "Response", "Result", "Value"}
)
"""FastAPI and others write generic titles on every schema; those say less than the place does."""
_LONGEST_TITLE: Final = 40
_LONG: Final = 50
_LONGEST: Final = 60
_FEW: Final = 3


def common_name(names: Sequence[str], schema: Tree, *, is_sent: bool = False) -> tuple[str, ...]:
    """Return what to call a schema that stands in several places, in order of preference.

    `CreateOrderBodyAddress` and `UpdateOrderBodyAddress` are both an `OrderAddress`. Only where the places have nothing
    in common that says something is the schema called after what it consists of (`MessageResponse`), and only where
    that is taken, too, after the place with the shortest name.

    Args:
        names: the names, different ones, that the schema would have in its places.
        schema: the schema.
        is_sent: whether it stands only in what is sent.
    """
    ordered = sorted(names, key=lambda name: (len(name), name))
    apart = ordered[0]
    role, spoken = _roles(ordered)
    common = _words_in_common(spoken, role)
    shared = _cleaned(common)
    is_whole = not role and (any(one[-1] == "Response" for one in spoken) or all(one[-1] in FRAMES for one in spoken))
    is_about_one = _says_something(shared) and (
        is_whole or (not role and shared in spoken) or _have_one_head(spoken, role)
    )
    found: list[str] = []
    if is_whole and is_about_one and (one := singular(shared[-1])) and shared[-1].lower() not in PLURAL_ONLY:
        # What a listing has many of and what a call sends or returns is called as one of it.
        shared = [*shared[:-1], one]
    if is_about_one:
        found += _by_words(spoken, shared, common, role, is_sent=is_sent)
    if schema_title(schema) is None:
        found += _alternatives(spoken, role, 2)
    if not role:
        found += _by_part(spoken, shared, schema, is_about_one=is_about_one)
    found += _by_contents(schema, role)
    found += _alternatives(spoken, role, _FEW)
    if _says_something(shared) and role:
        found.append(_joined(shared, role))
    if len(spoken) == 2 and role:
        found.append(_joined(["Or".join(sorted(map("".join, spoken)))], role))
    found = [name for name in dict.fromkeys(found) if name.isidentifier() and len(name) <= _LONGEST]
    title = schema_title(schema)
    if title is None:
        return (*found, apart)
    # What has a title is rather numbered than called like a place which is not its only one.
    return (title, *found, *((apart,) if is_about_one else (f"{title}{kind(schema)}", title)))


def _by_part(spoken: list[list[str]], shared: list[str], schema: Tree, *, is_about_one: bool) -> Iterator[str]:
    """Yield names of a part of something: after its title, its only property, the few things that it is, its kind."""
    title, properties = schema_title(schema), _properties(schema)
    is_told = _says_something(shared)
    parts = [title] if title is not None and not set(map(_stem, words(title))) & set(map(_stem, shared)) else []
    parts = parts if is_told or title is None else []
    few = 0 < len(properties) <= 2 and not is_about_one
    parts += ["And".join(properties)] if few and (is_told or title is not None) else []
    lasts = sorted({one[-1] for one in spoken if one})
    if len(lasts) == 2 and all(_says_something(one[-1:]) for one in spoken):
        is_last_word = is_told and all(len(one) > 1 and _stem(one[-2]) == _stem(shared[-1]) for one in spoken)
        parts += ["Or".join(lasts)] if is_last_word or not is_told else []
    before = shared if is_told else [title or ""]
    for part in (*parts, *([kind(schema) if is_about_one else "Value"] if is_told else [])):
        yield _joined([*before, part], "")


def schema_title(schema: Tree) -> str | None:
    """Return the title of a schema as a class name, unless it is empty, a sentence or says nothing."""
    title = schema.get("title")
    if not isinstance(title, str) or not 0 < len(title) <= _LONGEST_TITLE or not pascal_case(title, ""):
        return None
    name = pascal_case(title)
    return None if name in _EMPTY_TITLES else name


def kind(schema: Tree) -> str:
    """Return a word for what a schema is, which tells it from another one of the same name."""
    return "Details" if schema.get("properties") or schema.get("allOf") else "Choice"


def _by_words(
    spoken: list[list[str]], shared: list[str], common: list[str], role: str, *, is_sent: bool
) -> Iterator[str]:
    """Yield the words that all names end with, if that is enough, and those that they have in common at all."""
    ending = _cleaned(_ending(spoken))
    if sum(map(_tells, ending)) > 1:
        yield _joined(ending, role)
    if len(_joined(shared, role)) > _LONG and _says_something(ending):
        yield _joined(ending, role)
    yield _joined(shared, role)
    if is_sent and not role:
        yield _joined(shared, "Input")
    yield _joined(_connected(common), role)


def _by_contents(schema: Tree, role: str) -> Iterator[str]:
    """Yield the name of a body, response or error after the one or two properties that it consists of."""
    if role.endswith("Error"):
        yield role
    properties = _properties(schema)
    if role and 0 < len(properties) <= 2:
        yield "And".join(properties) + role


def _roles(names: Iterable[str]) -> tuple[str, list[list[str]]]:
    """Return what all names say at their end about being a body, a response or an error, and the words before that."""
    endings = [_STATUS.search(name) for name in names]
    statuses = {ending[1] for ending in endings if ending is not None}
    if all(ending is not None and ending[1][0] in "45D" for ending in endings):
        role = f"{_REASONS.get(statuses.pop(), '')}Error" if len(statuses) == 1 else "Error"
        return role, [words(_STATUS.sub("", name)) for name in names]
    role = next((frame for frame in sorted(FRAMES) if all(name.endswith(frame) for name in names)), "")
    return role, [words(name.removesuffix(role)) for name in names]


def _words_in_common(spoken: list[list[str]], role: str) -> list[str]:
    common = spoken[0]
    for other in spoken[1:]:
        common = _in_common(common, other)
    pairs = [{(_stem(one), _stem(other)) for one, other in pairwise(["", *one, ""])} for one in spoken]
    kept: list[str] = []
    skipped_to = 0
    for index, (before, word, after) in enumerate(zip(["", *common], common, [*common[1:], ""], strict=False)):
        if word in _CONNECTIVES and any((_stem(word), _stem(after)) not in known for known in pairs):
            # "ForOrg" and "ForRepo" have "For" in common, which says nothing, nor does what follows in an operation.
            skipped_to = _next(common, index + 1, _CONNECTIVES if role else FRAMES)
        elif word.isdigit() and any((_stem(before), word) not in known for known in pairs):
            continue
        elif index >= skipped_to:
            kept.append(word)
    return kept


def _next(common: list[str], start: int, ends: AbstractSet[str]) -> int:
    """Return where something else begins: in an operation after the next connective, in a schema inside of that."""
    end = next((index for index in range(start, len(common)) if common[index] in ends), None)
    return end if end is not None else len(common) if ends is _CONNECTIVES else start


def _in_common(one: list[str], other: list[str]) -> list[str]:
    """Return the words that two names have in common, in order, those that say most (a longest common subsequence)."""
    best: list[list[tuple[int, list[str]]]] = [[(0, [])] * (len(other) + 1)]
    for word in one:
        row: list[tuple[int, list[str]]] = [(0, [])]
        for index, theirs in enumerate(other):
            options = [row[-1], best[-1][index + 1]]
            if _stem(word) == _stem(theirs):
                weight, before = best[-1][index]
                options.insert(0, (weight + _weight(word), [*before, min(word, theirs, key=len)]))
            row.append(max(options, key=lambda option: option[0]))
        best.append(row)
    return best[-1][-1][1]


def _stem(word: str) -> str:
    return singular(word.lower()) or word.lower()


def _weight(word: str) -> int:
    return 4 if _tells(word) else 2 if word in _GENERIC - FRAMES or word in _ACTIONS else 1


def _ending(spoken: list[list[str]]) -> list[str]:
    shared: list[str] = []
    for column in zip(*(reversed(one) for one in spoken), strict=False):
        if len(set(column)) > 1:
            break
        shared.insert(0, column[0])
    return shared


def _tells(word: str) -> bool:
    if word in _GENERIC or word in _ACTIONS or word in _CONNECTIVES or word.isdigit() or len(word) == 1:
        return False
    return singular(word) not in _GENERIC


def _says_something(spoken: list[str]) -> bool:
    return any(map(_tells, spoken))


def _cleaned(spoken: list[str]) -> list[str]:
    """Leave out what frames a name without being part of it, and words that are said twice."""
    return _connected([word for word in spoken if word not in FRAMES])


def _connected(spoken: list[str]) -> list[str]:
    """Leave out what connects nothing before it, and words that are said twice."""
    spoken = spoken[next((index for index, word in enumerate(spoken) if word not in _LEFT_OVER), 0) :]
    kept: list[str] = []
    for word in spoken:
        if kept and _stem(kept[-1]) == _stem(word):
            kept.pop()
        if word in _CONNECTIVES and (not kept or kept[-1] in _CONNECTIVES):
            continue
        if word.isdigit() and not kept:
            continue  # no name begins with a digit
        kept.append(word)
    return kept


def _have_one_head(spoken: list[list[str]], role: str) -> bool:
    """Tell whether names are about the same: their last words are, or the last ones before a preposition."""
    prepositions = _PREPOSITIONS if role or any(one and one[-1] in FRAMES for one in spoken) else {"With"}
    heads = [_heads(one, prepositions) for one in spoken]
    return bool(heads[0].intersection(*heads[1:]))


def _heads(spoken: list[str], prepositions: AbstractSet[str]) -> frozenset[str]:
    return frozenset({_head(spoken), _head(_before(spoken, prepositions))})


def _before(spoken: list[str], prepositions: AbstractSet[str]) -> list[str]:
    return spoken[: next((index for index, word in enumerate(spoken) if index and word in prepositions), None)]


def _head(spoken: list[str]) -> str:
    return next((_stem(word) for word in reversed(spoken) if word not in _LEFT_OVER | FRAMES), "")


def _alternatives(spoken: list[list[str]], role: str, most: int) -> list[str]:
    """Return the name that lists in what the places differ (`RefBaseOrHead`), if that is little."""
    start = _alike(spoken)
    end = _alike([list(reversed(one[start:])) for one in spoken])
    longest = 2 if role or end else 1
    middles = sorted({tuple(one[start : len(one) - end]) for one in spoken})
    if not start + end or not 1 < len(middles) <= most:
        return []
    if any(not 0 < len(middle) <= longest or _is_broken(middle) for middle in middles):
        return []
    first = spoken[0]
    around = {_stem(word) for word in (*first[:start], *first[len(first) - end :])}
    stems = [_stem(word) for middle in middles for word in middle]
    if len(set(stems)) < len(stems) or not around.isdisjoint(stems):
        return []
    listed = "Or".join("".join(middle) for middle in middles)
    return [_joined([*_cleaned(first[:start]), listed, *_cleaned(first[len(first) - end :])], role)]


def _is_broken(middle: tuple[str, ...]) -> bool:
    return not FRAMES.isdisjoint(middle) or (len(middle) > 1 and not _CONNECTIVES.isdisjoint(middle))


def _alike(spoken: list[list[str]]) -> int:
    """Return with how many words all begin alike."""
    return next(
        (index for index, column in enumerate(zip(*spoken, strict=False)) if len(set(column)) > 1),
        min(map(len, spoken)),
    )


def _properties(schema: Tree) -> list[str]:
    """Return the properties that a schema consists of as words, but for those that only say that it is a listing."""
    properties = list(mapping(schema.get("properties")))
    if not _LISTING.isdisjoint(properties):
        properties = [name for name in properties if name not in _LISTING | _BESIDE_LISTING] or properties
    return [pascal_case(name, "Field") for name in properties]


def _joined(spoken: list[str], role: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in spoken if word) + role
