"""What PyYAML's complaints mean, said so that the author of a document understands them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clientsmith.source.text import Fault

if TYPE_CHECKING:
    import yaml

# Fragments of messages of both parsers, the Python one and libyaml; the first that is found counts.
_SENTENCES: tuple[tuple[str, str, str], ...] = (
    (
        "found a tab character",
        "A tab is used for indentation, where YAML allows only spaces.",
        "Replace the tab by spaces.",
    ),
    (
        "that cannot start any token",
        "No YAML value can start with this character.",
        "Put the value in quotes.",
    ),
    (
        "mapping values are not allowed",
        "A key with ':' stands where no key can be.",
        "Put text that has ': ' in it in quotes, or mend the indentation.",
    ),
    (
        "could not find expected ':'",
        "This line is neither a 'key: value' entry nor part of the text above.",
        "Write 'key: value', or mend the indentation.",
    ),
    (
        "could not found expected ':'",
        "This line is neither a 'key: value' entry nor part of the text above.",
        "Write 'key: value', or mend the indentation.",
    ),
    (
        "did not find expected '-' indicator",
        "This line does not continue the list above it.",
        "Start each item of the list with '- ' in the same column.",
    ),
    (
        "did not find expected key",
        "The indentation of this line fits no entry above it.",
        "Give entries of one object the same indentation.",
    ),
    (
        "expected <block end>",
        "The indentation of this line fits no entry above it.",
        "Give entries of one object the same indentation.",
    ),
    (
        "block sequence entries are not allowed",
        "A list item stands where none can be.",
        "Start the list on the line after its key.",
    ),
    (
        "expected ',' or '}'",
        "This object in braces is not closed properly.",
        "Put ',' between entries and '}' at the end.",
    ),
    (
        "expected ',' or ']'",
        "This list in brackets is not closed properly.",
        "Put ',' between items and ']' at the end.",
    ),
    ("unexpected end of stream", "A quoted text is not closed before the file ends.", "Close the quote."),
    ("unexpected document indicator", "A quoted text is not closed before the document ends.", "Close the quote."),
    ("unknown escape character", "This escape sequence is unknown.", "Double the backslash, or use single quotes."),
    ("undefined tag handle", "This tag uses a prefix that is not declared.", "Remove the tag."),
    ("control characters are not allowed", "This character is not allowed in YAML.", "Remove the character."),
    ("unacceptable character", "This character is not allowed in YAML.", "Remove the character."),
)


def syntax_fault(error: yaml.YAMLError, pointer: str, lines: list[str]) -> Fault:
    """Turn an error of PyYAML into a fault.

    Args:
        error: The error.
        pointer: The JSON pointer of what was being read.
        lines: The lines of the document.

    Returns:
        The fault, with line and column if the error has them.
    """
    problem = str(getattr(error, "problem", None) or "it cannot be parsed")
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if (
        mark is not None
        and lines[mark.line : mark.line + 1]
        and lines[mark.line][mark.column : mark.column + 1] == "\t"
    ):
        problem = "found a tab character"  # libyaml does not say which character it is
    context = str(getattr(error, "context", None) or "")
    start: Any = getattr(error, "context_mark", None)
    related: tuple[tuple[str, int, int], ...] = ()
    if start is not None and mark is not None and start.line != mark.line and context.startswith("while"):
        related = ((f"{context} that starts here", start.line + 1, start.column + 1),)
    message, hint = next(
        ((sentence, hint) for fragment, sentence, hint in _SENTENCES if fragment in problem),
        (f"This is not valid YAML: {problem}.", None),
    )
    return Fault(
        code="yaml-syntax",
        message=message,
        line=mark.line + 1 if mark else 1,
        column=mark.column + 1 if mark else 1,
        pointer=pointer,
        hint=hint,
        related=related,
    )
