"""Sentences of a description: the first one, for a summary, and the full stop that its author left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from clientsmith.emit.markdown_html import html_to_markdown
from clientsmith.prose import ends_open, is_delimiters, is_heading, is_running_text, opening, refill, without_mark
from clientsmith.text import DOCSTRING_WIDTH, SpecText, clean_lines

_LONGEST_SENTENCE: Final = 2000
_LONGEST_LIST: Final = 300
_QUOTES: Final = 3
"""Columns that the quotation marks before a docstring take."""
_SENTENCE_END: Final = re.compile(r"[.!?](?:\*{1,3}|[\"”)_])?(?=\s)")
_ABBREVIATION: Final = re.compile(r"(?:\b(?:approx|cf|etc|incl|vs)|\b[A-Za-z]\.[A-Za-z])$")
_EMPHASISED: Final = re.compile(r"(\*{1,3})([^*]+)\1")
_OPENING_MARKS: Final = ("**", "`")
_LOOSE_ENDS: Final = " .:,"


@dataclass(frozen=True, slots=True)
class Split:
    """A text whose first sentence has been split off.

    Attributes:
        sentence: the sentence, on one line and without a full stop at its end.
        rest: the lines of the rest, refilled; two spaces at the end of one are a hard break.
        announces: whether the sentence ends in a colon, because it announces what follows.
        repeats: whether the text has no running text, so that the sentence sums up lines that are in the rest as well.
    """

    sentence: SpecText
    rest: list[str]
    announces: bool = False
    repeats: bool = False


def first_sentence(text: SpecText) -> SpecText:
    """Return the first sentence of a text on one line, without a full stop at its end.

    A short list that the sentence announces comes with it.
    """
    split = split_summary(text)
    items = _listed(split.rest) if split.announces else []
    announced = f"{SpecText.reveal(split.sentence)}: {'; '.join(items)}"
    return SpecText(announced) if items and len(announced) <= _LONGEST_LIST else split.sentence


def _listed(rest: list[str]) -> list[str]:
    """Return the items of a list if it is all that is left of a text, each on one line."""
    lines = [line for line in rest if line.strip()]
    marked = [text for line in lines if (text := without_mark(line)) != line]
    # A semicolon may end an entity.
    items = [text.strip().rstrip(_LOOSE_ENDS if "&" in text else f"{_LOOSE_ENDS};") for text in marked]
    return items if len(items) == len(lines) else []


def split_summary(text: SpecText) -> Split:
    """Split off the first sentence of a text; HTML in it is written as Markdown."""
    lines = refill(html_to_markdown(clean_lines(text, hard_breaks=True)))
    start, end = opening(lines)
    if start == end:
        return Split(_of_other(lines), lines, repeats=True)
    paragraph = " ".join(line.strip() for line in lines[start:end])
    cut = _sentence_end(paragraph)
    sentence = paragraph[:cut].rstrip(_LOOSE_ENDS)
    if (emphasised := _EMPHASISED.fullmatch(sentence)) is not None:
        sentence = emphasised[2].strip().rstrip(_LOOSE_ENDS)
    # A heading says what the summary says now; a quotation comes after it.
    quoted = [line for line in lines[:start] if not is_heading(line)]
    rest = [*quoted, *_from(lines[start:end], cut), *lines[end:]]
    return Split(SpecText(sentence), rest, announces=paragraph[:cut].rstrip().endswith(":"))


def _sentence_end(paragraph: str) -> int:
    for found in _SENTENCE_END.finditer(paragraph, 0, _LONGEST_SENTENCE):
        sentence = paragraph[: found.end()]
        is_whole = all(sentence.count(mark) % 2 == 0 for mark in _OPENING_MARKS)
        is_whole = is_whole and sentence.count("(") <= sentence.count(")")
        if is_whole and not _ABBREVIATION.search(paragraph[max(0, found.start() - 12) : found.start()]):
            return found.end()
    return len(paragraph)


def _from(lines: list[str], offset: int) -> list[str]:
    """Return lines from an offset on, which counts one character for the end of each line."""
    for position, line in enumerate(lines):
        bare = line.strip()
        if offset < len(bare):
            return [line.lstrip()[max(offset, 0) :].lstrip(), *lines[position + 1 :]]
        offset -= len(bare) + 1
    return []


def _of_other(lines: list[str]) -> SpecText:
    """Return one sentence for a text that is a list, a quotation, a heading."""
    block: list[str] = []
    for line in lines:
        if block and not line.strip():
            break
        block += [line] if line.strip() else []
    if any(line.lstrip().startswith(("|", "```", "~~~")) for line in block[:1]) or any(map(is_delimiters, block)):
        return SpecText()
    return SpecText("; ".join(without_mark(line).strip() for line in block).rstrip(_LOOSE_ENDS))


def full_stop(text: SpecText) -> SpecText:
    """End a sentence: with a full stop, where it has no end of its own."""
    raw = SpecText.reveal(text)
    return SpecText(raw if raw.endswith((".", "!", "?", "…")) else f"{raw}.")


def ended(text: SpecText) -> SpecText:
    """Return a description with the full stop that its author left out."""
    lines = clean_lines(text, hard_breaks=True)
    return full_stop(SpecText("\n".join(lines))) if ends_open(refill(lines)) else text


def summarised(text: SpecText, indent: int) -> SpecText:
    """Return a description with its first sentence on a line of its own, unless all of it is one line (PEP 257).

    Args:
        text: the description.
        indent: columns that the docstring stands at.
    """
    split = split_summary(text)
    if split.repeats:
        return text
    summary = SpecText.reveal(full_stop(split.sentence))
    rest = clean_lines(ended(SpecText("\n".join(split.rest))), hard_breaks=True)
    width = DOCSTRING_WIDTH - indent - _QUOTES
    if not rest:
        return SpecText(summary)
    if len(rest) == 1 and is_running_text(rest[0]) and len(summary) + 1 + len(rest[0]) <= width - _QUOTES:
        return SpecText(f"{summary} {rest[0]}")
    return SpecText("\n".join([summary, "", *rest])) if len(summary) <= width else ended(text)
