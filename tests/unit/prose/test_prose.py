"""Running text is filled and wrapped; everything else keeps its lines."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clientsmith.prose import opening, refill, wrap_lines

LONG = "a line that somebody wrapped at some column of their editor,"
PIECES = [
    *(LONG, "short", f"{LONG} and one more.", "Ends here.", "and goes on", "`code` and more", "[link](https://x.y)"),
    *("", "", "- ", "* an item", "  - nested", "1. first", "> ", "> quoted words", "> [!NOTE]", ">> twice", "# Title"),
    *("```", "~~~", "```python", "    code", "      deeper", "| a | b |", "| --- | --- |", "a | b", "Title", "====="),
    *(
        "name: what it is",
        "`key` - what it means",
        "12 Long Street",
        "ends in a colon:",
        "hard break  ",
        "hard break\\",
    ),
    *("日本語の説明がここに続きます。日本語の説明がここに続きます。日本語の説明がここに続きます。日本語の説明", "<b>"),
]
LINES = st.lists(
    st.sampled_from(PIECES)
    | st.builds(lambda *parts: "".join(parts), *[st.sampled_from(PIECES)] * 2)
    | st.text(alphabet="ab .-*>`#|:1)\\", max_size=70).map(lambda line: line.rstrip()),
    max_size=14,
)


def words_of(lines: list[str]) -> str:
    return "".join("".join(lines).replace(">", "").split())


def filled(text: str) -> str:
    return "\n".join(refill(textwrap.dedent(text).strip("\n").split("\n")))


@given(LINES)
def test_refilling_changes_nothing_but_white_space_and_marks_of_quotations(lines: list[str]) -> None:
    assert words_of(refill(lines)) == words_of(lines)


@given(LINES)
@example([LONG, "short", "and more"])
@example([f"- {LONG}", "short", "and more words of this item"])
@example([f"> {LONG}", "short", "and more"])
def test_refilling_twice_is_refilling_once(lines: list[str]) -> None:
    once = refill(lines)
    assert refill(once) == once


@given(LINES, st.sampled_from(["```", "~~~", "````", "~~~~~"]), st.lists(st.text(alphabet="ab >-`\\|", max_size=70)))
def test_fenced_code_is_never_touched(before: list[str], fence: str, code: list[str]) -> None:
    code = [line for line in code if line.strip(" >") != fence and not line.strip(" >").startswith(fence)]
    is_open = sum(1 for line in before if re.match(r"^[ >]*(?:(?:[-*+]|\d{1,9}[.)]) +)?(?:`{3,}|~{3,})", line))
    if is_open:
        return
    block = [fence, *code, fence]
    assert refill([*before, "", *block])[-len(block) :] == block
    assert wrap_lines([*before, "", *block], 40)[-len(block) :] == block


@given(LINES, st.integers(20, 100))
def test_wrapping_keeps_the_words(lines: list[str], width: int) -> None:
    assert words_of(wrap_lines(lines, width)) == words_of(lines)


def test_a_wrapped_paragraph_becomes_one_line() -> None:
    assert filled(
        """
        Gets the default workflow permissions granted to the token when running
        workflows, as well as whether it can submit approving reviews. For more, see
        [Setting the permissions](https://docs.example.com/a/very/long/address/indeed).


        Second paragraph.
        """
    ) == (
        "Gets the default workflow permissions granted to the token when running workflows, as well as whether it can "
        "submit approving reviews. For more, see "
        "[Setting the permissions](https://docs.example.com/a/very/long/address/indeed).\n\nSecond paragraph."
    )


def test_what_goes_on_without_indentation_stays_in_its_list_item() -> None:
    text = """
        - This API has an upper limit of 1,000 files for a directory. If you need
        more files, use another.
          - Between 1 and 100 MB the encoding field is none, and the content field is an empty
        string.
        - Last
    """
    assert filled(text).split("\n") == [
        "- This API has an upper limit of 1,000 files for a directory. If you need more files, use another.",
        "  - Between 1 and 100 MB the encoding field is none, and the content field is an empty string.",
        "- Last",
    ]


def test_what_goes_on_without_a_mark_stays_in_its_quotation() -> None:
    text = """
        > [!NOTE]
        > In order to see the block for a repository you must have permissions for the whole
        repository or own it.

        Not quoted.
    """
    assert filled(text).split("\n") == [
        "> [!NOTE]",
        "> In order to see the block for a repository you must have permissions for the whole repository or own it.",
        "",
        "Not quoted.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe\n12 Long Street\nSpringfield",
        f"`all` - {LONG} and everything else\n`none` - {LONG} and nothing else",
        f'"list_id" : "{LONG}"\n"name" : "{LONG}"',
        f"{LONG} and it ends in two spaces  \nSo this is a line of its own.",
        f"{LONG} and it ends in a backslash\\\nSo this is a line of its own.",
        f"{LONG} these are the values:\nfirst, second and third",
        f"{LONG}\n    indented code stays where it is",
        f"Name of the thing    {LONG}    what it means to all of us\nOther name of it    {LONG}    what it means",
        f"| {LONG} | b |\n| --- | --- |\n| {LONG} | d |",
        f"{LONG} | b\n--- | ---\n{LONG} | d",
        f"{LONG}\n# A heading",
        f"# A heading that is longer than fifty columns, as some are\n{LONG}",
        f"- {LONG}\n- {LONG}\n1. {LONG}\n(a) {LONG}",
        f"- {LONG} ends here.\nA paragraph whose author forgot the blank line.",
        f"{LONG}\n<table><tr><td>",
        "日本語の説明がここに続きます。日本語の説明がここに続きます。日本語の説明がここに続きます。\n日本語の説明",
    ],
)
def test_lines_that_stay_lines(text: str) -> None:
    assert "\n".join(refill(text.split("\n"))) == text


def test_wrapping_keeps_margins_and_leaves_tables_and_code() -> None:
    words = "word " * 20
    table = [f"| {words}| b |", "| --- | --- |", f"| {words}| d |"]
    lines = wrap_lines(
        [f"- {words}".strip(), f"  - {words}".strip("\n"), f"> {words}".strip(), "", *table, "", f"    {words}"], 40
    )
    assert max(len(line) for line in lines if not line.startswith(("|", "    word"))) <= 40
    assert lines[1].startswith("  word")
    assert any(line.startswith("    word") for line in lines)
    assert sum(line.startswith("> word") for line in lines) > 1
    assert all(row in lines for row in table)
    assert f"    {words}" in lines


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("# Title\n\nFirst line\nsecond line\n\nMore", ["First line", "second line"]),
        ("Title\n=====\nText", ["Text"]),
        ("> [!NOTE]\n> In beta.\n\nText\n- item", ["Text"]),
        ("Values are:\nall of them", ["Values are:"]),
        ("Text\na: one\nb: two", ["Text"]),
        ("- item\n\nText", []),
        ("| a | b |\n| - | - |", []),
        ("```\ncode\n```", []),
        ("", []),
    ],
)
def test_where_the_first_paragraph_is(text: str, paragraph: list[str]) -> None:
    lines = text.split("\n")
    start, end = opening(lines)
    assert lines[start:end] == paragraph
