"""Quoting text of a document for each place that it can go to."""

from __future__ import annotations

import ast
import json
import re
import tokenize
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.emit.environment import docstring, inline
from clientsmith.text import (
    SpecText,
    clean_lines,
    comment,
    file_name,
    header_token,
    json_literal,
    one_line,
    string_literal,
)

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                *('"', '"""', "'", "'''", "\\", "\n", "\r", "\t", "\x00", "\x1b", "\u2028", "\u202e", "\ufeff", "#"),
                *(
                    "{{",
                    "}}",
                    "{% x %}",
                    "\\N{DASH}",
                    "\\u",
                    "```",
                    "- ",
                    "    ",
                    "a",
                    "word ",
                    "é",
                    "\U0001f389",
                    "1. ",
                ),
            ]
        ),
        max_size=30,
    ).map("".join),
)
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@given(st.text(alphabet=st.characters(), max_size=60) | HOSTILE)
def test_a_string_literal_evaluates_to_the_text(text: str) -> None:
    quoted = string_literal(text)
    assert ast.literal_eval(quoted) == text
    assert "\n" not in quoted
    assert not UNSAFE.search(quoted)
    quoted.encode("utf-8")


def test_readable_characters_stay_readable() -> None:
    assert string_literal(SpecText("größe 日本 🎉 'x'")) == "\"größe 日本 🎉 'x'\""
    assert string_literal("\ud800\u202e\x07") == '"\\ud800\\u202e\\x07"'


@given(HOSTILE, st.sampled_from([0, 4, 8]))
def test_a_docstring_is_one_docstring_with_the_words_of_the_text(text: str, indent: int) -> None:
    spec_text = SpecText(text)
    if not clean_lines(spec_text):
        return
    margin = " " * indent
    source = f"{'if True:' if indent else ''}\n{margin}{docstring(spec_text, indent)}\n{margin}x = 1\n"
    source = (
        source if indent < 8 else f"if True:\n    if True:\n{margin}{docstring(spec_text, indent)}\n{margin}x = 1\n"
    )
    compile(source, "generated", "exec")
    strings = [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert len(strings) == 1
    shown = [line.replace(">", "") for line in (strings[0], *clean_lines(spec_text))]
    assert shown[0].split() == " ".join(shown[1:]).split()
    assert not UNSAFE.search(source)


@given(HOSTILE)
def test_text_in_the_middle_of_a_docstring(text: str) -> None:
    source = f'"""Args:\n    x: {inline(SpecText(text))}\n"""\n'
    (statement,) = ast.parse(source).body
    assert isinstance(statement, ast.Expr)
    assert source.count("\n") == 3


@given(HOSTILE)
def test_a_comment_is_one_comment(text: str) -> None:
    source = comment(SpecText(text)) + "\n"
    kinds = [token.type for token in tokenize.generate_tokens(StringIO(source).readline)]
    assert kinds == [tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER]
    assert not UNSAFE.search(source)


@given(HOSTILE)
def test_a_file_name_is_harmless(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9_][a-z0-9_-]*", file_name(text))
    assert file_name(file_name(text)) == file_name(text)


@given(HOSTILE)
def test_a_header_token_is_one(text: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9._-]{1,40}", header_token(SpecText(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [("../../etc/passwd", "etc-passwd"), ("Größe & Co.", "groe-co"), ("", "unnamed"), ("日本", "unnamed")],
)
def test_file_names(text: str, name: str) -> None:
    assert file_name(text) == name


@given(HOSTILE)
def test_one_line_is_one_line(text: str) -> None:
    assert len(clean_lines(one_line(SpecText(text)))) <= 1


def test_text_of_a_document_is_no_string() -> None:
    text = SpecText('x"""')
    for use in (str, lambda one: f"{one}", lambda one: f"{one:>5}", "{}".format):
        with pytest.raises(TypeError, match="quoting function"):
            use(text)
    assert repr(text) == 'SpecText(\'x"""\')'
    assert repr(SpecText("é\u202e")) == "SpecText('\\xe9\\u202e')"
    assert text == SpecText('x"""')
    assert text != 'x"""'
    assert len({text, SpecText('x"""')}) == 1
    assert not SpecText(" \n")


def test_json_literals_are_json() -> None:
    assert json.loads(SpecText.reveal(json_literal({"a": [1, None, "é"]}))) == {"a": [1, None, "é"]}
