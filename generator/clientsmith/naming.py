"""Names that Python code can use, made from the names that a spec has.

All names of a generated package come from here: words are found once (`words`), put together in the case of the place
(`snake_case`, `pascal_case`), and made different from their neighbours by `Names`.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(
    # Over the kinds of characters, see `_kind`: an acronym before a capitalised word, a capitalised or lower-case
    # word, an acronym, digits, letters of a script without case.
    r"U+(?=UL)|U?L+|U+|D+|O+"
)
_ONE_WORD: Final = re.compile(
    r"GitHub|GitLab|GraphQL|LinkedIn|MySQL|OAuth|OpenAI|OpenAPI|OpenID|PayPal|WhatsApp|YouTube|"
    r"(?<![A-Z])IPv(?=\d)|(?<![A-Za-z])(?:iOS|macOS)|(?<![A-Z])[A-Z]{2,}s(?![a-z])"
)
"""Words with capitals inside, and plurals of acronyms (`IDs`, `URLs`)."""
_POSSESSIVE: Final = re.compile(r"(?<=\w)['\u2019]s\b")
LONGEST: Final = 80
"""Characters of a name; what is longer is cut off, because files are called after names."""
_LEADING_SIGN: Final = re.compile(r"^([+-])(?=\d)")
_PLURAL_ENDINGS: Final = (
    ("ovies", "ovie"),
    ("ookies", "ookie"),
    ("ies", "y"),
    ("sses", "ss"),
    ("tuses", "tus"),
    ("xes", "x"),
    ("caches", "cache"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("people", "person"),
    ("People", "Person"),
    ("children", "child"),
    ("Children", "Child"),
)
_UNCHANGED_PLURALS: Final = ("series", "Series", "species", "Species", "news", "News")

SHADOWED_TYPES: Final = frozenset({"bool", "bytes", "dict", "float", "int", "list", "set", "str", "tuple"})
"""Names that annotations of a model use: a field of the same name would hide them inside its class."""

MODEL_ATTRIBUTES: Final = frozenset(
    {
        "constant",
        "construct",
        "copy",
        "dict",
        "from_orm",
        "json",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "schema",
        "schema_json",
        "update_forward_refs",
        "validate",
        "mro",
        "register",
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
        "self",
    }
)
"""Attributes of every pydantic model and of its metaclass, which a field must not replace, and what declares fields."""


MODULE_NAMES: Final = frozenset(
    """
    ABSENT APIConnectionError APIError APIKey APIStatusError APITimeoutError Absent Annotated Any
    AsyncBearerToken AsyncClient AsyncErrorHook AsyncIterable AsyncIterator AsyncPage AsyncRequestHook
    AsyncResource AsyncResponseHook AsyncStream AsyncStreamingResponse AuthenticationError BYTES BadRequestError
    Base64Bytes Basic Bearer BearerToken BodyVariant CallHooks Client ClientError ConflictError Cursor Date
    DateTime Decimal DecimalText Decode Digest Discriminated Encoding ErrorEvent ErrorHook Field File
    FileContent FileTypes IncompleteListingWarning Issue Iterable Iterator JSON JSONL Literal Mapping
    MissingCredentialsError Model NONE NextLink NotFoundError NotModifiedError Numbered OAuth2
    OAuth2ClientCredentials OAuth2Error OAuth2Password OAuth2RefreshToken Open Operation Page Parameter
    PermissionDeniedError RateLimitError RawResponse ReadOnly RedirectError RequestEvent RequestHook RequestOptions
    Resource Response ResponseDecodeError ResponseError ResponseEvent ResponseFieldError ResponseHeader ResponseHook
    ResponseMismatchWarning ResponseValidationError SSE Sequence ServerAddress ServerError ServerSentEvent
    SetByServer Settings Stream StreamingResponse TEXT TYPE_CHECKING TimeOfDay TimeWindow TracerProvider
    TypeAlias TypeAliasType TypedDict UUID Unknown Unpack UnprocessableEntityError Uuid
    """.split()
)
"""Names that generated modules have anyway; no class of a client or resource may be called so."""


def words(text: str) -> list[str]:
    """Split a name into its words: `firstMessage`, `first-message` and `FirstMessage` are all two words.

    A sign before a number is a word of its own (`+1` is `plus 1`), so that `+1` and `-1` stay apart.
    """
    return list(_words(text))


@lru_cache(maxsize=16_384)
def _words(text: str) -> tuple[str, ...]:
    normal = _POSSESSIVE.sub("", _normal(text))
    normal = _LEADING_SIGN.sub(lambda sign: "plus " if sign[1] == "+" else "minus ", normal)
    kinds = "".join(_kind(character) for character in normal)
    for found in _ONE_WORD.finditer(normal):
        kinds = f"{kinds[: found.start()]}U{'L' * (found.end() - found.start() - 1)}{kinds[found.end() :]}"
    return tuple(normal[found.start() : found.end()] for found in _WORD.finditer(kinds))


@lru_cache(maxsize=4_096)
def _kind(character: str) -> str:
    """Return `U` or `L` for a letter by its case, `O` for one without, `D` for a digit, a space for all else."""
    if not f"a{character}".isidentifier() or character == "_":
        return " "
    if character.isdecimal():
        return "D"
    if character.isupper():
        return "U"
    return "L" if character.islower() else "O"


def _normal(text: str) -> str:
    """Return a text as Python reads it where it is an identifier (PEP 3131)."""
    return unicodedata.normalize("NFKC", text)


def snake_case(text: str, fallback: str = "value") -> str:
    """Return `text` as a lower-case identifier with underscores; never empty, never a keyword.

    Args:
        text: any text.
        fallback: what to call a text without a letter or digit, and what to put before a leading digit or mark.
    """
    name = shorten(_normal("_".join(_join_digits([word.lower() for word in words(text)]))))
    if not name:
        name = fallback
    elif not name[0].isidentifier():
        name = _normal(f"{fallback}_{name}")
    return f"{name}_" if keyword.iskeyword(name) else name


def shorten(name: str) -> str:
    """Return a name without what goes beyond `LONGEST` characters; whole words where underscores part them."""
    if len(name) <= LONGEST:
        return name
    cut = name[:LONGEST]
    return cut[: cut.rindex("_")] if "_" in cut else cut


def contract(name: str, longest: int = LONGEST) -> str:
    """Leave out words in the middle of a class name that is too long: what it begins and ends with tells most."""
    if len(name) <= longest:
        return name
    spoken = words(name)
    while sum(map(len, spoken)) > longest and len(spoken) > 2:
        del spoken[len(spoken) // 2]
    return "".join(spoken)[:longest]


def _join_digits(parts: list[str]) -> list[str]:
    # "oauth2" and "sha256" are one word to a reader; "plus 1" is two.
    joined: list[str] = []
    for part in parts:
        if part.isdigit() and joined and not joined[-1].isdigit() and joined[-1] not in {"plus", "minus"}:
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def pascal_case(text: str, fallback: str = "Model") -> str:
    """Return `text` as a class name; capitals inside a word stay as they are (`OpenAIModel`, `DTMFTool`)."""
    name = contract(_normal("".join(word[0].upper() + word[1:] for word in words(text))))
    if not name:
        name = fallback
    elif not name[0].isidentifier():
        name = _normal(fallback + name)
    return f"{name}_" if keyword.iskeyword(name) else name


def singular(text: str) -> str | None:
    """Return the singular of an English plural, or None where there is none to see."""
    if text.endswith(_UNCHANGED_PLURALS):
        return None
    for ending, replacement in _PLURAL_ENDINGS:
        if text.endswith(ending):
            return text.removesuffix(ending) + replacement
    if text.endswith("s") and not text.endswith(("ss", "us", "is")) and len(text) > 2:
        return text[:-1]
    return None


def field_name(text: str) -> str:
    """Return the attribute of a model for a property name.

    It hides neither attributes of pydantic's models nor types that annotations use.
    """
    name = snake_case(text, "field")
    return f"{name}_" if name in MODEL_ATTRIBUTES or name in SHADOWED_TYPES else name


class Names:
    """The names taken in one scope.

    `take` asks for one name after the other, so that order decides; `share` asks for many at once, so that an entry's
    name depends on none but those that want the same.
    """

    def __init__(self, reserved: frozenset[str] = frozenset()) -> None:
        """Start with `reserved` names taken."""
        self._taken = set(reserved)

    def __contains__(self, name: str) -> bool:
        """Tell whether a name is taken."""
        return name in self._taken

    def take(self, *candidates: str) -> str:
        """Take the first free one of `candidates`; when all are taken, number the last one from 2 on."""
        for candidate in candidates:
            if candidate not in self._taken:
                self._taken.add(candidate)
                return candidate
        stem = candidates[-1]
        separator = "_" if stem.islower() else ""
        number = 2
        while (numbered := f"{stem}{separator}{number}") in self._taken:
            number += 1
        self._taken.add(numbered)
        return numbered

    def reserve(self, name: str) -> None:
        """Note that a name is taken."""
        self._taken.add(name)

    def share(self, wanted: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """Give each of many entries a name of its own.

        First everybody asks for a first choice, then those that got none for a second, and so on; of several that ask
        for the same, the first in `wanted` gets it. Who gets none is numbered.

        Args:
            wanted: entry → names in order of preference, at least one.

        Returns:
            Entry → name.
        """
        given: dict[str, str] = {}
        for choice in range(max(map(len, wanted.values()), default=0)):
            for entry, candidates in wanted.items():
                if entry not in given and choice < len(candidates) and candidates[choice] not in self._taken:
                    given[entry] = candidates[choice]
                    self._taken.add(candidates[choice])
        return {entry: given.get(entry) or self.take(*candidates) for entry, candidates in wanted.items()}
