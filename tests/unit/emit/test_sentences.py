"""First sentences, and full stops that are missing."""

from __future__ import annotations

import pytest

from clientsmith.emit.environment import docstring
from clientsmith.emit.sentences import ended, first_sentence, split_summary, summarised
from clientsmith.text import SpecText


def shown(text: SpecText) -> str:
    return SpecText.reveal(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Lists all things. Then more.", "Lists all things"),
        ("Lists things (e.g. this. And that) of yours. More.", "Lists things (e.g. this. And that) of yours"),
        ("Takes e.g. a name. More.", "Takes e.g. a name"),
        ("**This endpoint lists things.** More.", "This endpoint lists things"),
        ("Is it `a. b`? Maybe.", "Is it `a. b`?"),
        ("wrapped in\nthe middle. More", "wrapped in the middle"),
        ("# Title\n\nLists things.\n\nMore.", "Lists things"),
        ("> [!NOTE]\n> In beta.\n\nA collection of things.", "A collection of things"),
        ("> In beta.", "In beta"),
        ("- of all things", "of all things"),
        ("One of:\n- a thing,\n- another thing.", "One of: a thing; another thing"),
        ("One of:\n- a thing\n\nMore text.", "One of"),
        ("Result format:\nname = this\nother = that", "Result format"),
        ("name - what it is\nother - what that is", "name - what it is"),
        ("| a | b |\n| - | - |", ""),
        ("```\ncode\n```", ""),
        ("The version &lt;major&gt;", "The version &lt;major&gt;"),
        ("<p>In <b>bold</b>.</p><p>More.</p>", "In **bold**"),
        ("", ""),
    ],
)
def test_first_sentence(text: str, sentence: str) -> None:
    assert shown(first_sentence(SpecText(text))) == sentence


def test_what_is_left_keeps_its_lines() -> None:
    split = split_summary(
        SpecText("# Title\n> [!NOTE]\n> In beta.\n\nLists things. Of these:\n- a\n- b\n\n# More\nText")
    )
    assert shown(split.sentence) == "Lists things"
    assert split.rest == ["> [!NOTE]", "> In beta.", "", "Of these:", "- a", "- b", "", "# More", "Text"]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("A thing", "A thing."),
        ("A thing. It has a name.", "A thing. It has a name."),
        ("A thing. It has\na name.", "A thing.\n\nIt has\na name."),
        (f"A thing. It has {'a name ' * 20}", f"A thing.\n\nIt has {'a name ' * 20}".rstrip() + "."),
        ("# Title\n\nA thing", "A thing."),
        (f"A thing {'of many words ' * 9}. More.", f"A thing {'of many words ' * 9}. More."),
        ("- one\n- two", "- one\n- two"),
    ],
)
def test_a_summary_is_one_line(text: str, summary: str) -> None:
    assert shown(summarised(SpecText(text), 4)) == summary


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The name of it", "The name of it."),
        ("First.\n\nAnd the rest (of it)", "First.\n\nAnd the rest (of it)."),
        ("Is it?", "Is it?"),
        ("The id, for example: ab cd", "The id, for example: ab cd"),
        ("A date like 2026-01-01", "A date like 2026-01-01"),
        ("See https://example.com", "See https://example.com"),
        ("- one item", "- one item"),
        ("Values:\n\n    code here", "Values:\n\n    code here"),
        ("ID", "ID"),
    ],
)
def test_a_missing_full_stop(text: str, expected: str) -> None:
    assert shown(ended(SpecText(text))) == expected


def test_docstrings_with_backslashes_are_raw_where_they_can_be() -> None:
    assert docstring(SpecText(r"Matches `\d+`."), 4) == r'r"""Matches `\d+`."""'
    assert docstring(SpecText('Matches `\\d`"'), 4) == '"""Matches `\\\\d`\\""""'
    assert docstring(SpecText("\\d &quot;&quot;&quot;"), 4) == '"""\\\\d \\"\\"\\""""'


def test_docstrings_show_characters_instead_of_entities_and_escapes() -> None:
    assert docstring(SpecText(r"a\_b &lt; c&nbsp;d, `e\_f &lt;`"), 0) == r'r"""a_b < c d, `e\_f &lt;`"""'
