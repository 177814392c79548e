"""What methods and groups are called."""

from __future__ import annotations

import keyword
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clientsmith.lower.method_names import Call, candidates, group_key, method_names
from clientsmith.naming import Names
from clientsmith.schemas.path_names import path_segments


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
        ("getPetById", "get", "/pet/{petId}", "pet", "get"),
        ("GetUserById", "get", "/user/{id}", "users", "get"),
        ("findPetsByStatus", "get", "/pet/findByStatus", "pet", "find_by_status"),
        ("repos/delete-an-environment", "delete", "/repos/{r}/environments/{e}", "repos", "delete_environment"),
        ("repos/list-commit-comments-for-repo", "get", "/repos/{r}/comments", "repos", "list_commit_comments"),
        ("create_a_b_test", "post", "/tests", "tests", "create_a_b"),
        ("GetCustomers", "get", "/v1/customers", "customers", "list"),
        ("PostCustomers", "post", "/v1/customers", "customers", "create"),
        ("GetCustomersCustomer", "get", "/v1/customers/{customer}", "customers", "get"),
        ("PostCustomersCustomer", "post", "/v1/customers/{customer}", "customers", "update"),
        ("PostCustomersCustomerSources", "post", "/v1/customers/{customer}/sources", "customers", "create_source"),
        ("GetCustomersCustomerSourcesId", "get", "/v1/customers/{customer}/sources/{id}", "customers", "get_source"),
        ("GetCustomersSearch", "get", "/v1/customers/search", "customers", "search"),
        ("GetAccount", "get", "/v1/account", "account", "get"),
        ("getItemsById", "get", "/items/{id}", "items", "get"),
        ("get_items", "get", "/items", "items", "list"),
        (None, "post", "/v1/customers/{c}/sources/{id}/verify", "customers", "verify_source"),
        (None, "post", "/v1/accounts/{a}/external_accounts", "accounts", "create_external_account"),
        (None, "get", "/users/{id}/settings", "users", "get_settings"),
        (None, "get", "/users/{id}/status", "users", "get_status"),
        (None, "get", "/movies/{id}/movies", "other", "list_movie_movies"),
        ("assistant", "post", "/assistant", "assistant", "create"),
        ("import", "post", "/data", "data", "import_"),
        ("!!!", "get", "/data", "data", "get"),
        (None, "get", "/v1/charges", "charges", "list"),
        (None, "get", "/v1/charges/{id}", "charges", "get"),
        (None, "post", "/v1/charges/{id}/capture", "charges", "capture"),
        (None, "post", "/v1/charges/{id}", "charges", "update"),
        (None, "put", "/api/v2.1/users/{id}", "users", "replace"),
        (None, "patch", "/users/{id}", "users", "update"),
        (None, "delete", "/users/{id}/keys/{key}", "users", "delete_key"),
        (None, "options", "/users", "users", "options"),
    ],
)
def test_methods(operation_id: str | None, verb: str, path: str, group: str, expected: str) -> None:
    assert candidates(Call(operation_id, verb, path), group)[0] == expected


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


VERB = st.sampled_from(["get", "post", "put", "delete"])
CALL = st.builds(Call, TEXT | st.none(), VERB, TEXT.map("/{}".format), st.just(frozenset({"get", "post"})))


@given(CALL, TEXT)
def test_a_method_is_an_identifier(call: Call, group: str) -> None:
    for name in candidates(call, group):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert not name.startswith("_")


FEW = st.sampled_from(["list", "list_all", "get_user", "getUser", "get_users", "pets"])
FEW_CALLS = st.builds(Call, FEW | st.none(), VERB, st.sampled_from(["/a", "/a/{b}", "/c/a", "/users", "/users/{id}"]))


@given(st.dictionaries(st.integers(), CALL | FEW_CALLS, max_size=8), TEXT, st.randoms(use_true_random=False))
def test_methods_of_a_resource_differ_in_whatever_order_they_come(
    calls: dict[int, Call], group: str, random: Random
) -> None:
    keyed = {f"{call.verb} {call.path} {key}": call for key, call in calls.items()}
    names = method_names(keyed, group, Names())
    assert len(set(names.values())) == len(keyed)
    shuffled = list(keyed)
    random.shuffle(shuffled)
    assert method_names({key: keyed[key] for key in shuffled}, group, Names()) == names


@given(st.lists(CALL | FEW_CALLS, max_size=8), CALL | FEW_CALLS, TEXT)
def test_an_operation_renames_none_that_wants_another_name(calls: list[Call], new: Call, group: str) -> None:
    keyed = {f"{number}": call for number, call in enumerate(calls)}
    wanted = set(candidates(new, group))
    assume(not any(wanted & set(candidates(call, group)) for call in calls))
    before = method_names(keyed, group, Names())
    after = method_names({"new": new, **keyed}, group, Names())
    assert {key: name for key, name in after.items() if key != "new"} == before
