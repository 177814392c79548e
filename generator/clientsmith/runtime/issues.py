"""What did not fit when a response was decoded: issues, the warning that reports them, the errors that carry them."""

from __future__ import annotations

import json
import sys
import warnings
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from .redaction import redacted

_SHOWN_ISSUES: Final = 3
_SHOWN_CHARACTERS: Final = 60


class Absent(Enum):
    """The type of `ABSENT`."""

    ABSENT = "nothing"

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent.ABSENT
"""Stands in `Issue.got` for a value that the response does not have at all."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One place of a response that does not fit the document.

    Attributes:
        path: where, as a JSON pointer (RFC 6901) into the response body; empty for the body as a whole.
        expected: what the document says, in words.
        got: the JSON value that came, or `ABSENT`.
    """

    path: str
    expected: str
    got: Any

    def __str__(self) -> str:
        return f"{self.path or 'the body'}: expected {self.expected}, got {describe(self.got)}"


class ResponseMismatchWarning(UserWarning):
    """A response did not fit the document in every place; what did not fit is listed in the text.

    The result is usable: everything that fits is typed, and nothing of what came is lost.
    """


def describe(value: Any) -> str:
    """Return a short text for a JSON value: itself when it is small, else its kind and size."""
    if value is ABSENT:
        return "nothing"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "an array"
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"


def summarise(issues: tuple[Issue, ...], operation: str, secrets: tuple[str, ...] = ()) -> str:
    """Return one sentence with the number of issues and the first few of them, without secrets that they repeat."""
    shown = "; ".join(str(issue) for issue in issues[:_SHOWN_ISSUES])
    more = f"; and {len(issues) - _SHOWN_ISSUES} more" if len(issues) > _SHOWN_ISSUES else ""
    places = "1 place" if len(issues) == 1 else f"{len(issues)} places"
    return f"The response of {operation} does not fit the API document in {places}: {redacted(shown, secrets)}{more}"


def warn_about(issues: tuple[Issue, ...], operation: str, secrets: tuple[str, ...] = ()) -> None:
    """Warn once about all issues of a response, at the line that made the call.

    Args:
        issues: what did not fit; nothing happens when it is empty.
        operation: the operation's id.
        secrets: texts that must not show.
    """
    if issues:
        warnings.warn(summarise(issues, operation, secrets), ResponseMismatchWarning, stacklevel=callers_level())


def callers_level() -> int:
    """Return how many frames above the calling function the first frame outside of the package is."""
    package = __name__.rpartition(".")[0].removesuffix("._core")
    level = 1
    frame = sys._getframe(1)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    while frame.f_back is not None and (f"{frame.f_globals.get('__name__', '')}.").startswith(f"{package}."):
        frame = frame.f_back
        level += 1
    return level
