"""Names: always identifiers, never keywords, and what a person would choose."""

from __future__ import annotations

import keyword
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith import runtime
from clientsmith.naming import (
    LONGEST,
    MODEL_ATTRIBUTES,
    MODULE_NAMES,
    SHADOWED_TYPES,
    Names,
    field_name,
    pascal_case,
    shorten,
    singular,
    snake_case,
    words,
)

NAMES = st.text(max_size=30) | st.text(alphabet="aB1_-+ .$ßé日İǅ²٣{}\u0301\u202e", max_size=12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("firstMessage", ["first", "Message"]),
        ("first-message", ["first", "message"]),
        ("FirstMessage", ["First", "Message"]),
        ("FIRST_MESSAGE", ["FIRST", "MESSAGE"]),
        ("HTTPServerError", ["HTTP", "Server", "Error"]),
        ("getHTTP", ["get", "HTTP"]),
        ("sha256Sum", ["sha", "256", "Sum"]),
        ("+1", ["plus", "1"]),
        ("-1", ["minus", "1"]),
        ("a-1", ["a", "1"]),
        ("größeÄndern", ["größe", "Ändern"]),
        ("日本go", ["日本", "go"]),
        ("नमस्ते", ["नमस्ते"]),
        ("ﬁnal", ["final"]),
        ("$ref", ["ref"]),
        ("__init__", ["init"]),
        ("🎉", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "snake", "pascal"),
    [
        ("firstMessage", "first_message", "FirstMessage"),
        ("OpenAIModel", "openai_model", "OpenAIModel"),
        ("OAuth2Token", "oauth2_token", "OAuth2Token"),
        ("S3Bucket", "s3_bucket", "S3Bucket"),
        ("IPv4Address", "ipv4_address", "IPv4Address"),
        ("ipv4", "ipv4", "Ipv4"),
        ("userIDs", "user_ids", "UserIDs"),
        ("GitHub's API", "github_api", "GitHubAPI"),
        ("myURLs", "my_urls", "MyURLs"),
        ("iOSApp", "ios_app", "IOSApp"),
        ("DTMFTool", "dtmf_tool", "DTMFTool"),
        ("oauth2", "oauth2", "Oauth2"),
        ("class", "class_", "Class"),
        ("None", "none", "None_"),
        ("2fa", "value_2_fa", "Model2Fa"),
        ("", "value", "Model"),
        ("a..b//c", "a_b_c", "ABC"),
        ("../../etc/passwd", "etc_passwd", "EtcPasswd"),
    ],
)
def test_cases(text: str, snake: str, pascal: str) -> None:
    assert (snake_case(text), pascal_case(text)) == (snake, pascal)


@given(NAMES)
def test_a_name_is_an_identifier_and_no_keyword(text: str) -> None:
    for name in (snake_case(text), pascal_case(text), field_name(text)):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert not name.startswith("_")
        assert unicodedata.normalize("NFKC", name) == name, "Python would read it as another name"
        assert len(name) <= LONGEST + len("Model_")


@given(NAMES)
def test_a_class_name_made_of_a_class_name_is_the_same(text: str) -> None:
    assert pascal_case(pascal_case(text)) == pascal_case(text)


@given(NAMES)
def test_words_are_made_of_what_the_text_has(text: str) -> None:
    normal = unicodedata.normalize("NFKC", text)
    for word in words(text):
        assert word in normal or word in {"plus", "minus"}
        assert f"a{word}".isidentifier()


@pytest.mark.parametrize("name", sorted(MODEL_ATTRIBUTES | SHADOWED_TYPES))
def test_fields_hide_neither_attributes_of_models_nor_types(name: str) -> None:
    assert field_name(name) not in MODEL_ATTRIBUTES | SHADOWED_TYPES


def test_the_list_of_attributes_is_complete() -> None:
    public = {name for name in dir(runtime.Model) if not name.startswith("_")}
    assert public <= MODEL_ATTRIBUTES, "a new pydantic has new attributes: add them to MODEL_ATTRIBUTES"


def test_the_list_of_names_of_modules_is_complete() -> None:
    assert {name for name in runtime.__all__ if name[0].isupper()} <= MODULE_NAMES


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("assistants", "assistant"), ("companies", "company"), ("boxes", "box"), ("classes", "class"),
        ("matches", "match"), ("dishes", "dish"), ("status", None), ("analysis", None), ("address", None), ("is", None),
        ("as", None), ("thing", None),
    ],
)  # fmt: skip
def test_singular(plural: str, expected: str | None) -> None:
    assert singular(plural) == expected


def test_names_are_taken_once() -> None:
    names = Names(frozenset({"self"}))
    assert [names.take("get"), names.take("get"), names.take("get")] == ["get", "get_2", "get_3"]
    assert [names.take("Get"), names.take("Get")] == ["Get", "Get2"]
    assert names.take("get", "get_item") == "get_item"
    assert names.take("self") == "self_2"
    assert "get_2" in names
    assert "get_4" not in names


@given(st.lists(st.sampled_from(["a", "a_2", "A", "A2", "b", "a_3"]), max_size=12))
def test_taken_names_differ(wanted: list[str]) -> None:
    names = Names()
    taken = [names.take(name) for name in wanted]
    assert len(set(taken)) == len(wanted)


def test_long_names_end_at_a_word() -> None:
    assert shorten("short") == "short"
    assert shorten("_".join(["word"] * 40)).endswith("_word")
    assert len(shorten("x" * 500)) == LONGEST
