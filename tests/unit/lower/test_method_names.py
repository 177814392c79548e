"""What methods and groups are called."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.lower.method_names import group_key, method_name, path_segments


@pytest.mark.parametrize(
    ("operation_id", "verb", "path", "group", "expected"),
    [
        ("createAssistant", "post", "/assistant", "assistants", "create"),
        ("AssistantController_findAll", "get", "/assistant", "Assistants", "list"),
        ("AssistantController_findOne", "get", "/assistant/{id}", "Assistants", "get"),
        ("list_items_items_get", "get", "/items", "items", "list"),
        ("read_item_items__item_id__get", "get", "/items/{item_id}", "items", "read"),
        ("users/get-by-username", "get", "/users/{username}", "users", "get_by_username"),
        ("repos.listForks", "get", "/repos/{r}/forks", "repos", "list_forks"),
        ("getPetById", "get", "/pet/{petId}", "pet", "get_by_id"),
        ("assistant", "post", "/assistant", "assistant", "create"),
        ("import", "post", "/data", "data", "import_"),
        ("!!!", "get", "/data", "data", "list"),
        (None, "get", "/v1/charges", "charges", "list"),
        (None, "get", "/v1/charges/{id}", "charges", "get"),
        (None, "post", "/v1/charges/{id}/capture", "charges", "create_capture"),
        (None, "post", "/v1/charges/{id}", "charges", "post"),
        (None, "put", "/api/v2.1/users/{id}", "users", "replace"),
        (None, "patch", "/users/{id}", "users", "update"),
        (None, "delete", "/users/{id}/keys/{key}", "users", "delete_keys"),
        (None, "options", "/users", "users", "options"),
    ],
)
def test_methods(operation_id: str | None, verb: str, path: str, group: str, expected: str) -> None:
    assert method_name(operation_id, verb, path, group) == expected


@pytest.mark.parametrize(
    ("path", "segments", "group"),
    [
        ("/", [], "default"),
        ("/v1/charges/{id}", ["charges"], "charges"),
        ("/api/v2beta1/{org}/users/{id}.json", ["users", ".json"], "users"),
        ("/{a}/{b}", [], "default"),
    ],
)
def test_paths(path: str, segments: list[str], group: str) -> None:
    assert path_segments(path) == segments
    assert group_key(path) == group


TEXT = st.text(max_size=15)


@given(TEXT | st.none(), st.sampled_from(["get", "post", "put", "delete"]), TEXT, TEXT)
def test_a_method_is_an_identifier(operation_id: str | None, verb: str, path: str, group: str) -> None:
    name = method_name(operation_id, verb, f"/{path}", group)
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not name.startswith("_")
