"""Responses that do not fit: what fits is typed, nothing is lost, everything is listed, nothing is made up."""

from __future__ import annotations

import copy
import functools
import json
import operator
import pickle
import sys
import warnings
from enum import Enum
from typing import Annotated, Any, Literal

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, RootModel
from typing_extensions import TypeAliasType

from clientsmith.runtime import ABSENT, JSON, Discriminated, Model, Open, Response, ResponseFieldError, Unknown
from clientsmith.runtime.decoding import decode
from clientsmith.runtime.expectations import names_of
from clientsmith.runtime.leniency import MAX_DEPTH, read_leniently
from clientsmith.runtime.replies import Reply
from runtime.sample import Assistant, AzureVoice, Plan

MOMENT = "2024-01-01T00:00:00.000Z"
BASE = {"id": "1", "createdAt": MOMENT}


def read(annotation: Any, data: Any) -> tuple[Any, list[tuple[str, Any]]]:
    reply = Reply(
        200, httpx.Headers({"content-type": "application/json"}), json.dumps(data).encode(), "GET", "http://x"
    )
    decoded = decode(Response("200", "application/json", JSON, lambda: annotation), "GET", reply)
    return decoded.value, [(issue.path, issue.got) for issue in decoded.issues]


def read_assistant(**fields: Any) -> tuple[Assistant, list[tuple[str, Any]]]:
    data = {**BASE, **fields}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assistant, issues = read(Assistant, data)
        assert assistant.model_dump(mode="json") == data
        assert json.loads(assistant.model_dump_json()) == data
        listed, _ = read(list[Assistant], [data])
        assert listed[0].model_dump(mode="json") == data
    return assistant, issues


def test_what_fits_has_no_issues():
    assistant, issues = read_assistant(plan={"endAfter": 5.0}, voice={"provider": "azure", "voiceId": "brian"})
    assert issues == []
    assert assistant.plan is not None
    assert type(assistant.plan.end_after) is int


def test_a_missing_field_leaves_the_rest_typed():
    assistant, issues = read(Assistant, {"createdAt": MOMENT, "name": "x"})
    assert issues == [("/id", ABSENT)]
    assert assistant.name == "x"
    with pytest.raises(ResponseFieldError, match="the response has nothing at /id"):
        _ = assistant.id
    assert not hasattr(assistant, "id")
    assert assistant.model_dump(mode="json") == {"createdAt": MOMENT, "name": "x"}


@pytest.mark.parametrize(
    ("field", "attribute", "value", "path"),
    [
        ("id", "id", 5, "/id"),
        ("id", "id", None, "/id"),
        ("createdAt", "created_at", "yesterday", "/createdAt"),
        ("name", "name", {"a": 1}, "/name"),
        ("tags", "tags", ["a", 1], "/tags/1"),
        ("tags", "tags", "a", "/tags"),
        ("either", "either", 5, "/either"),
        ("either", "either", ["a", 5], "/either"),
        ("target", "target", "text", "/target"),
        ("plans", "plans", {"0": {}}, "/plans"),
        ("metadata", "metadata", [], "/metadata"),
        ("backgroundSound", "background_sound", 5, "/backgroundSound"),
    ],
)
def test_a_mistyped_field_leaves_the_rest_typed(field, attribute, value, path):
    assistant, issues = read_assistant(**{field: value})
    assert [found for found, _ in issues] == [path]
    with pytest.raises(ResponseFieldError, match=path):
        getattr(assistant, attribute)
    assert assistant.first_message is None


@pytest.mark.parametrize(
    ("field", "attribute", "value", "path"),
    [
        ("backgroundSound", "background_sound", "sea", "/backgroundSound"),
        ("name", "name", "x" * 41, "/name"),
    ],
)
def test_values_of_the_right_type_stay(field, attribute, value, path):
    assistant, issues = read_assistant(**{field: value})
    assert issues == [(path, value)]
    assert getattr(assistant, attribute) == value


def test_bounds_lengths_and_values_in_nested_models():
    plan = {"endAfter": 0, "phrases": ["abcdef", "b", "c", "d"]}
    assistant, issues = read_assistant(plan=plan, voice={"provider": "azure", "voiceId": "emma", "speed": 9.5})
    assert [path for path, _ in issues] == [
        "/voice/voiceId",
        "/voice/speed",
        "/plan/endAfter",
        "/plan/phrases",
        "/plan/phrases/0",
    ]
    assert assistant.plan is not None
    assert assistant.plan.phrases == ["abcdef", "b", "c", "d"]
    assert isinstance(assistant.voice, AzureVoice)
    assert (assistant.voice.voice_id, assistant.voice.speed) == ("emma", 9.5)


def test_an_unknown_tag_becomes_unknown():
    assistant, issues = read_assistant(voice={"provider": "new", "x": 1})
    assert issues == [("/voice/provider", "new")]
    assert assistant.voice == Unknown({"provider": "new", "x": 1})
    assert isinstance(assistant.voice, Unknown)
    assert assistant.voice.tag == "new"


@pytest.mark.parametrize("voice", [{"voiceId": "andrew"}, {"provider": 5, "voiceId": "andrew"}, {"provider": None}])
def test_a_missing_tag_never_becomes_a_variant(voice):
    assistant, issues = read_assistant(voice=voice)
    assert issues == [("/voice/provider", voice.get("provider", ABSENT))]
    assert isinstance(assistant.voice, Unknown)
    assert assistant.voice.tag is None


def test_a_known_variant_with_a_bad_field_stays_that_variant():
    assistant, issues = read_assistant(voice={"provider": "azure", "voiceId": 5, "modelName": "sonic"})
    assert issues == [("/voice/voiceId", 5)]
    assert isinstance(assistant.voice, AzureVoice)
    assert assistant.voice.speed is None
    with pytest.raises(ResponseFieldError):
        _ = assistant.voice.voice_id


def test_another_kind_where_a_model_is_expected_keeps_lists_whole():
    assistant, issues = read_assistant(plan="oops", plans=[{"endAfter": 1}, "oops", None])
    assert issues == [("/plan", "oops"), ("/plans/1", "oops"), ("/plans/2", None)]
    assert assistant.plans is not None
    assert [type(plan) for plan in assistant.plans] == [Plan, Plan, Plan]
    with pytest.raises(ResponseFieldError, match='"oops" where an object was expected'):
        _ = assistant.plans[1].end_after


def test_unions_without_discriminator():
    assistant, issues = read_assistant(target={"endAfter": 0})
    assert isinstance(assistant.target, Plan)
    assert issues == [("/target/endAfter", 0)]
    assistant, issues = read_assistant(target={"provider": "azure", "endAfter": 1})
    assert isinstance(assistant.target, Plan)
    assert issues == []
    assistant, issues = read_assistant(target={"provider": "azure", "voiceId": "emma"})
    assert isinstance(assistant.target, AzureVoice)
    assert issues == [("/target/voiceId", "emma")]


def test_the_order_of_issues_is_that_of_the_document_and_pointers_are_escaped():
    class Odd(Model):
        a: Annotated[int, Field(alias="a/b~c")]
        b: dict[str, int]

    _, issues = read(Odd, {"b": {"x/y": "z"}, "a/b~c": "q"})
    assert issues == [("/a~1b~0c", "q"), ("/b/x~1y", "z")]


def test_top_level_values_that_are_no_models():
    assert read(int, "x") == ("x", [("", "x")])
    assert read(Literal["a", "b"], "c") == ("c", [("", "c")])
    assert read(list[int], [1, "x"]) == ([1, "x"], [("/1", "x")])
    assert read(dict[str, int], {"a": "x"}) == ({"a": "x"}, [("/a", "x")])
    assert read(tuple[int, str], [1]) == ([1], [("", [1])])
    assert read(int, 5.0) == (5, [])
    value, issues = read(list[Assistant], {"message": "no"})
    assert (value, [path for path, _ in issues]) == ({"message": "no"}, [""])


def test_mended_fields_serialise_as_mended():
    assistant, _ = read_assistant(id=5, name="x" * 41, plan="oops")
    assistant.id = "7"
    assistant.name = "short"
    assert assistant.plan is not None
    assistant.plan.end_after = 3
    assert assistant.model_dump(mode="json") == {**BASE, "id": "7", "name": "short", "plan": {"endAfter": 3}}


def test_copies_and_pickles_keep_what_did_not_fit():
    assistant, _ = read_assistant(id=5, tags=[1])
    for again in (copy.copy(assistant), copy.deepcopy(assistant), pickle.loads(pickle.dumps(assistant))):
        assert again == assistant
        assert again.model_dump(mode="json") == {**BASE, "id": 5, "tags": [1]}
        with pytest.raises(ResponseFieldError):
            _ = again.id
    assert assistant.model_copy(update={"id": "2"}).model_dump(mode="json") == {**BASE, "id": "2", "tags": [1]}


def test_dumps_of_odd_models_take_the_usual_options():
    assistant, _ = read_assistant(id=5, voice={"provider": "azure"}, name=None)
    assert assistant.model_dump(by_alias=False, include={"id", "created_at"})["created_at"].year == 2024
    assert assistant.model_dump(exclude={"created_at", "id"}) == {"voice": {"provider": "azure"}, "name": None}
    assert assistant.model_dump(exclude_none=True, mode="json") == {**BASE, "id": 5, "voice": {"provider": "azure"}}


def test_python_names_in_a_response_are_unknown_properties():
    assistant, issues = read_assistant(first_message="x", created_at=5)
    assert issues == []
    assert assistant.first_message is None
    assert assistant.created_at.year == 2024


def test_root_models_and_typed_extras():
    class Ids(RootModel[list[Annotated[int, Field(ge=1)]]]):
        pass

    class Scores(Model):
        __pydantic_extra__: dict[str, int]
        ids: Ids

    scores, issues = read(Scores, {"ids": [1, 0], "a": 1, "b": "x"})
    assert issues == [("/ids/1", 0), ("/b", "x")]
    assert scores.ids.root == [1, 0]
    assert scores.model_dump(mode="json") == {"ids": [1, 0], "a": 1, "b": "x"}


class Node(Model):
    value: int
    next: Node | None = None
    other: Node | Plan | None = None
    pick: Pick | None = None


class Leaf(Model):
    kind: Literal["leaf"]


class Branch(Model):
    kind: Literal["branch"]
    pick: Pick | None = None


Pick = Annotated[Leaf | Branch | Unknown, Discriminated("kind")]
Node.model_rebuild()


@pytest.mark.parametrize("depth", [10, MAX_DEPTH - 2, MAX_DEPTH + 20, 190])
@pytest.mark.parametrize("key", ["next", "other"])
def test_deep_responses_end_well(depth, key):
    data: dict[str, Any] = {"value": "wrong"}
    for _ in range(depth):
        data = {"value": 1, key: data}
    node, issues = read(Node, data)
    assert issues
    assert node.value == 1
    assert node.model_dump(mode="json") == data


@pytest.mark.parametrize("last", ["leaf", "new"])
def test_deep_unions_end_well(last):
    data: dict[str, Any] = {"kind": last}
    for _ in range(150):
        data = {"kind": "branch", "pick": data}
    data = {"value": 1, "pick": data}
    node, _ = read(Node, data)
    assert isinstance(node.pick, Branch)
    assert node.pick.kind == "branch"
    assert node.model_dump(mode="json") == data


def test_variants_that_were_never_made_by_hand_serialise():
    class Circle(Model):
        kind: Literal["circle"]
        size: int

    class Square(Model):
        kind: Literal["square"]
        size: int

    class Shapes(Model):
        shapes: list[Annotated[Circle | Square | Unknown, Discriminated("kind")]]

    circle, square = {"kind": "circle", "size": 1}, {"kind": "square", "size": "x"}
    for listed, paths in (([circle], []), ([square], ["/shapes/0/size"])):
        shapes, issues = read(Shapes, {"shapes": listed})
        assert [path for path, _ in issues] == paths
        assert shapes.model_dump(mode="json") == {"shapes": listed}
        assert json.loads(shapes.model_dump_json()) == {"shapes": listed}
        assert shapes.model_dump(include={"shapes": {0: {"kind"}}}) == {"shapes": [{"kind": listed[0]["kind"]}]}


def test_wide_unions_in_unions_do_not_explode():
    data: dict[str, Any] = {"value": "wrong"}
    for _ in range(60):
        data = {"value": 1, "other": data, "next": {"value": "x"}}
    before = sys.getrecursionlimit()
    node, issues = read(Node, data)
    assert node.model_dump(mode="json") == data
    assert issues
    assert sys.getrecursionlimit() == before


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
VALID = {
    **BASE,
    "name": "x",
    "firstMessage": None,
    "backgroundSound": "off",
    "voice": {"provider": "azure", "voiceId": "andrew", "speed": 1.5},
    "voices": [{"provider": "cartesia", "modelName": "sonic"}, {"provider": "azure", "voiceId": "brian"}],
    "plan": {"endAfter": 3, "phrases": ["a", "b"]},
    "plans": [{"endAfter": 1}, {"endAfter": 2}],
    "tags": ["a"],
    "either": ["a"],
    "target": {"endAfter": 1},
    "parent": {**BASE, "tags": ["b"]},
    "metadata": {"a": {"b": [1]}},
}


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner: list[tuple[Any, ...]] = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        inner += _paths(item, (*path, key))
    return inner


@given(
    st.lists(
        st.tuples(
            st.sampled_from(_paths(VALID)), st.sampled_from(["set", "delete", "add"]), JSON_VALUES, st.text(max_size=4)
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_changed_response_never_raises_and_never_loses_anything(changes):
    data: Any = copy.deepcopy(VALID)
    for path, kind, value, name in changes:
        place = data
        try:
            for key in path[:-1]:
                place = place[key]
            if kind == "delete":
                del place[path[-1]]
            elif kind == "add" and isinstance(place, dict):
                place[name] = value
            else:
                place[path[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assistant, _ = read(Assistant, data)
        assert isinstance(assistant, Assistant)
        assert json.loads(assistant.model_dump_json()) == json.loads(json.dumps(data))
        repr(assistant)
    for name in Assistant.model_fields:
        try:
            value = getattr(assistant, name)
        except ResponseFieldError:
            continue
        if name == "voice" and value is not None:
            raw = data[name]
            tag = raw.get("provider") if isinstance(raw, dict) else None
            assert isinstance(value, Unknown) or value.provider == tag


def test_reading_leniently_gives_the_same_as_strictly_where_all_fits():
    value, issues = read_leniently(Assistant, VALID)
    assert issues == ()
    assert value == Assistant.model_validate_json(json.dumps(VALID), strict=True)


def test_open_values_of_other_types():
    class Level(Model):
        level: Open[Literal[1, 2], int]

    level, issues = read(Level, {"level": 3})
    assert (level.level, issues) == (3, [("/level", 3)])
    level, issues = read(Level, {"level": "x"})
    assert issues == [("/level", "x")]
    assert not hasattr(level, "level")


# --- texts


def expected(annotation: Any, data: Any) -> list[str]:
    return [issue.expected for issue in read_leniently(annotation, data)[1]]


def literal(count: int) -> Any:
    return Literal[tuple(f"v{number}" for number in range(1, count + 1))]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "'v1'"),
        (2, "'v1' or 'v2'"),
        (6, "'v1', 'v2', 'v3', 'v4', 'v5' or 'v6'"),
        (7, "'v1', 'v2', 'v3', 'v4', 'v5', 'v6' or one other"),
        (66, "'v1', 'v2', 'v3', 'v4', 'v5', 'v6' or one of 60 others"),
    ],
)
def test_the_values_of_an_enumeration_are_shown_as_far_as_they_can_be_read(count, text):
    values = literal(count)
    names = Enum("names", [f"v{number}" for number in range(1, count + 1)])
    members = Enum("members", [(name, name) for name in names.__members__])
    assert expected(values, 7) == [text]
    assert expected(Open[values, str], "x") == [text]
    assert expected(members, 7) == [text]
    assert expected(dict[values, int], {"x": 1}) == [text]
    assert expected(values | int, []) == [f"{text} or int"]
    assert expected(int | list[values], "x") == [f"int or list[{text}]"]


def test_a_tag_where_no_variant_is_known():
    assert expected(Annotated[Unknown | None, Discriminated("kind")], {"kind": "x"}) == ["no value"]


def test_the_tags_of_many_variants_are_shown_as_far_as_they_can_be_read():
    variants = tuple(
        type(f"Variant{number}", (Model,), {"__annotations__": {"kind": Literal[f"v{number}"]}})  # type: ignore[valid-type]
        for number in range(9)
    )
    union: Any = Annotated[(functools.reduce(operator.or_, variants) | Unknown, Discriminated("kind"))]
    assert expected(union, {"kind": "x"}) == ["'v0', 'v1', 'v2', 'v3', 'v4', 'v5' or one of 3 others"]


Nested = TypeAliasType("Nested", "int | list[Nested]")


def test_recursive_types_are_named():
    assert names_of([Nested, bool]) == "Nested or bool"
    assert names_of([list[Nested], bool]) == "list[Nested] or bool"


def test_the_types_of_a_union_are_named_without_their_rules():
    short = Annotated[str, Field(max_length=3)]
    assert expected(list[short] | dict[str, int | None] | None, True) == ["list[str] or dict[str, int or null]"]


Long = Annotated[str, Field(min_length=2)]


@pytest.mark.parametrize(
    ("annotation", "value", "path", "got"),
    [
        (list[Long], ["a", 1], "/field/1", "1"),
        (Annotated[list[Long], Field(max_length=1)], ["a", 1], "/field/1", "1"),
        (dict[str, Long], {"a": "b", "c": None}, "/field/c", "null"),
        (dict[int, Long], {"z": "b"}, "/field/z", '"z"'),
        (list[list[Long]], [["a"], ["b", 5]], "/field/1/1", "5"),
        (tuple[Long, int], ["a", "b"], "/field/1", '"b"'),
        (list[Plan | Long], ["a", {"endAfter": 0}, 5], "/field/2", "5"),
        (RootModel[list[Long]], ["a", 1], "/field/1", "1"),
        (
            list[Annotated[Plan | AzureVoice, Discriminated("provider")]],
            [{"provider": "x"}],
            "/field/0/provider",
            '"x"',
        ),
    ],
)
def test_an_unreadable_field_cites_what_made_it_unreadable(annotation, value, path, got):
    holder: Any = type("Holder", (Model,), {"__annotations__": {"field": annotation}})
    held, _ = read(holder, {"field": value})
    with pytest.raises(ResponseFieldError) as caught:
        _ = held.field
    assert f"the response has {got} at {path}," in str(caught.value)


def test_repr_shows_which_fields_cannot_be_read():
    assistant, _ = read_assistant(id=5, tags=["a", 1], name="x" * 41, plan="oops")
    assert repr(assistant) == (
        "Assistant(id=<unreadable: 5>, tags=<unreadable: an array>, "
        "created_at=DateTime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), "
        f'name={"x" * 41!r}, plan=Plan(<unreadable: "oops">))'
    )
    voice, _ = read(AzureVoice, {"provider": "azure", "new": 1})
    assert repr(voice) == "AzureVoice(voice_id=<unreadable: nothing>, provider='azure', new=1)"
    assert str(voice) == "voice_id=<unreadable: nothing> provider='azure' new=1"


def test_repr_shows_fields_that_were_mended():
    voice, _ = read(AzureVoice, {"provider": "azure", "voiceId": 5})
    voice.voice_id = "emma"
    assert repr(voice) == "AzureVoice(provider='azure', voice_id='emma')"
