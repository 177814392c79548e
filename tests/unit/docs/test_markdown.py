"""Text of a spec in Markdown: what the author means stays, and nothing gets out of its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.emit.markdown import blocks, cell, code, fenced, fits_cell, inline, json_block, plain, table_lines
from clientsmith.text import SpecText, clean_lines
from unit.docs.reader import PARSER, read_page, shown

# What breaks pages, alone and next to each other.
_FRAGMENTS = st.sampled_from(
    [
        *(
            "|",
            "`",
            "``",
            "```",
            "````",
            "~~~",
            "\\",
            "*",
            "**",
            "_",
            "<",
            ">",
            "&",
            "[",
            "]",
            "](",
            ")",
            "(",
            "!",
            "#",
            "\n",
        ),
        *(
            "\n\n",
            "\n# ",
            "\n===",
            "\n---\n",
            "\n- ",
            "\n  - ",
            "\n1. ",
            "\n> ",
            "\n    ",
            "\n| a | b |\n|---|---|\n| c |",
            "---",
        ),
        *(
            "<script>",
            "</details>",
            "<!--",
            "-->",
            "<br>",
            "&lt;",
            "&#124;",
            "<https://e.x/a>",
            "](javascript:x)",
            "\t",
            "\r",
        ),
        *(
            "[t](https://e.x/(a))",
            "![i](https://e.x/i.png)",
            "[r]: https://e.x",
            "\x00",
            "\u202e",
            "\u2028",
            "text",
            " ",
            "é",
        ),
        *(
            "\n```py\n",
            "\n~~~~\n",
            "\n  ```\n",
            "=",
            "- ",
            "1) ",
            "***",
            "$",
            "{{ x }}",
            "{% raw %}",
            "https://e.x",
            "\\|",
            "\\`",
        ),
    ]
)
hostile_text = st.lists(_FRAGMENTS | st.text(max_size=5), max_size=14).map("".join)


def spoken(text: str) -> str:
    """What is left of a text on one line."""
    return " ".join(" ".join(clean_lines(SpecText(text))).split())


@given(hostile_text)
def test_a_description_stays_between_what_is_before_and_after_it(text: str) -> None:
    page = read_page(f"# Before\n\n{blocks(SpecText(text))}\n\n# After\n\nEnd\n")
    assert page.headings == [(1, "Before"), (1, "After")]
    assert page.outline[-2:] == ["heading_open:h1", "paragraph_open:p"]
    assert page.html == []
    assert [target for _, target in page.links if not target.startswith(("https://", "http://", "mailto:"))] == []


@given(hostile_text)
def test_a_description_stays_in_its_cell(text: str) -> None:
    rows = [["A", "B", "C"], ["x", cell(SpecText(text)), "y"], ["1", "2", "3"]]
    page = read_page("\n".join(table_lines(rows)) + "\n\nEnd\n")
    assert [len(row) for row in page.tables[0].rows] == [3, 3]
    assert page.tables[0].rows[0][0] == "x"
    assert page.tables[0].rows[0][2] == "y"
    assert page.tables[0].rows[1] == ["1", "2", "3"]
    assert set(page.html) <= {"<br>"}
    assert page.outline == ["table_open:table", "paragraph_open:p"]


@given(hostile_text)
def test_running_text_stays_one_paragraph(text: str) -> None:
    page = read_page(f"{inline(SpecText(text)) or 'nothing'}\n\nEnd\n")
    assert page.outline == ["paragraph_open:p", "paragraph_open:p"]
    assert page.html == []


@given(hostile_text)
def test_a_name_shows_exactly_in_a_heading_and_in_a_link(text: str) -> None:
    quoted = plain(text)
    name = spoken(text)
    if not name:
        assert quoted == ""
        return
    page = read_page(f"# {quoted}\n\n- [{quoted}](x.md)\n\n{quoted}\n")
    # An entity of the author stands for its character wherever Markdown is read.
    assert page.headings == [(1, name)]
    assert page.links[0] == (name, "x.md")
    assert page.outline[-1] == "paragraph_open:p"


@given(hostile_text)
def test_code_shows_exactly(text: str) -> None:
    raw = " ".join(clean_lines(SpecText(text)))
    table = "\n".join(table_lines([["A", "B"], [code(text), "y"]]))
    page = read_page(table + f"\n\nsee {code(text)} there\n")
    if raw.strip():
        assert page.tables[0].rows[0] == [raw, "y"]
        tokens = PARSER.parse(f"see {code(text)} there")
        assert shown(tokens[1]) == f"see {raw} there"
    else:
        assert page.tables[0].rows[0][1] == "y"


@given(hostile_text)
def test_a_block_of_code_ends_where_it_should(text: str) -> None:
    page = read_page(f"{fenced(text, 'sh')}\n\nEnd\n")
    assert page.outline == ["fence:code", "paragraph_open:p"]
    assert page.code[0] == ("sh", "".join(f"{line}\n" for line in clean_lines(SpecText(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some *emphasis*, **strong** and `code`.", "Some *emphasis*, **strong** and `code`."),
        ("See [the guide](https://e.x/a_(b)) now.", "See [the guide](https://e.x/a_(b)) now."),
        ("See [elsewhere](#/components/schemas/X).", "See elsewhere."),
        ("<b>bold</b> & <i>more</i>", "**bold** &amp; *more*"),
        ("A <token>, <script>x</script>", "A &lt;token&gt;, &lt;script&gt;x&lt;/script&gt;"),
        ("<p>One <code>x | y</code></p><p>Two<br/>three</p>", "One `x | y`\n\nTwo\n\nthree"),
        ("<ul><li>a</li><li><b><i>b</i></b></li></ul>", "- a\n- ***b***"),
        ('<a href="https://e.x" target="_blank">here</a>', "[here](https://e.x)"),
        ('<a href="javascript:x">here</a>', "here"),
        ("<h2>Title</h2>text", "**Title**\n\ntext"),
        ("a <!-- b <c> --> d <!-- e", "a  d &lt;!-- e"),
        ("`<b>x</b>`\n```\n<p>\n```", "`<b>x</b>`\n\n```\n<p>\n```"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ("An ![image](https://e.x/i.png)", "An [image](https://e.x/i.png)"),
        ("# Title\nText\nSub\n---", "**Title**\n\n**Text Sub**"),
        ("one\ntwo\n\nthree", "one two\n\nthree"),
        ("- a\n  b\n  - c\n1) d", "- a b\n  - c\n1. d"),
        ("• a\n• b", "- a\n- b"),
        ("Text:\n* a\n\nMore", "Text:\n\n- a\n\nMore"),
        ("- a\n\n  more of a\n\nb", "- a\n\n  more of a\n\nb"),
        ("```py\nx = 1 < 2\n", "```\nx = 1 < 2\n```"),
        ("- a\n  ```\n  x\n    y\n  ```", "- a\n\n  ```\n  x\n    y\n  ```"),
        ("    x = 1\n    y = 2", "x = 1 y = 2"),
        ("Text\n\n    x = 1\n      y\n\nMore", "Text\n\n```\nx = 1\n  y\n```\n\nMore"),
        ("| a | b |\n|---|---|\n| c<br>d | <p>e |", "| a | b |\n| --- | --- |\n| c d | e |"),
        ("| a | b |\n|:--|--:|\n| `x\\|y` | <i> |", "| a | b |\n| --- | --- |\n| `x\\|y` | &lt;i&gt; |"),
        ("> quoted\n> text", "quoted text"),
        ("***", ""),
        ("3. third", "3. third"),
        ("1984. A year", "1984. A year"),
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
        ("<https://e.x/a>", "<https://e.x/a>"),
    ],
)
def test_what_a_description_becomes(text: str, expected: str) -> None:
    assert blocks(SpecText(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\n\ntwo", "one<br>two"),
        ("Use:\n- `a`: x\n- b", "Use:<br>• `a`: x<br>• b"),
        ("Order:\n1. a\n2. b", "Order:<br>1. a<br>2. b"),
        ("```\nx = 1\n```", "`x = 1`"),
        ("", ""),
    ],
)
def test_what_a_cell_becomes(text: str, expected: str) -> None:
    assert cell(SpecText(text)) == expected


@pytest.mark.parametrize(
    ("text", "fits"),
    [("short\n\n- list", True), ("word " * 200, False), ("x\n\n```\ncode\n```", False), ("|a|b|\n|-|-|\n|c|d|", False)],
)
def test_what_fits_in_a_cell(text: str, *, fits: bool) -> None:
    assert fits_cell(SpecText(text)) is fits


def test_json_is_indented_and_shows_what_nobody_sees() -> None:
    assert json_block(SpecText('{"a": "\u202e```", "b": "é"}')) == (
        '````json\n{\n  "a": "\\u202e```",\n  "b": "é"\n}\n````'
    )
