"""The names file: made, kept, edited, refused."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clientsmith.config import Config, ConfigError
from clientsmith.names_file import Chosen, read_names, refresh, render_names
from clientsmith.pins import Pins
from clientsmith.pipeline import build, names
from support.generation import Generated, generate_package, run, write_spec

TEXT = {"type": "string"}


def answer(schema: dict[str, Any]) -> dict[str, Any]:
    return {"200": {"description": "ok", "content": {"application/json": {"schema": schema}}}}


BOX = {"type": "object", "properties": {"to": {"type": "object", "properties": {"zip": TEXT}}}}
ID = {"name": "id", "in": "path", "required": True, "schema": TEXT}
SPEC: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "paths": {
        "/orders": {
            "get": {
                "operationId": "listOrders",
                "tags": ["Orders"],
                "responses": answer({"$ref": "#/components/schemas/order"}),
            },
            "post": {
                "operationId": "createOrder",
                "tags": ["orders"],
                "requestBody": {"content": {"application/json": {"schema": BOX}}},
                "responses": answer({"type": "array", "items": BOX}),
            },
        },
        "/orders/{id}": {
            "get": {
                "operationId": "getOrderById",
                "tags": ["Orders"],
                "parameters": [ID],
                "responses": answer({"$ref": "#/components/schemas/Order"}),
            },
        },
    },
    "components": {
        "schemas": {
            "order": {"type": "object", "properties": {"a": TEXT}},
            "Order": {"type": "object", "properties": {"b": TEXT}},
        }
    },
}


def write_names(text: str, folder: Path) -> str:
    path = folder / "names.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def made(folder: Path, spec: dict[str, Any] = SPEC) -> tuple[Config, str]:
    """Make a names file; return the configuration with it, and its text."""
    config = Config(spec=str(write_spec(spec, folder)), names=str(folder / "names.toml"))
    text, _ = names(config, write=True)
    return config, text


def test_a_names_file_says_what_there_is(tmp_path: Path) -> None:
    config, text = made(tmp_path)
    assert Path(config.names or "").read_text(encoding="utf-8") == text
    assert 'Orders = "orders"\n' in text
    assert '"GET /orders" = "list"\n"POST /orders" = "create"\n"GET /orders/{id}" = "get"\n' in text
    assert '"/components/schemas/Order" = "Order"\n' in text
    assert '"/components/schemas/order" = "OrderModel"\n' in text


def test_a_names_file_changes_nothing_by_itself(tmp_path: Path) -> None:
    config, _ = made(tmp_path)
    without = generate_package(SPEC, tmp_path / "a")
    pinned = generate_package(SPEC, tmp_path / "b", names=config.names)
    files = {path.relative_to(without.folder) for path in without.folder.rglob("*") if path.is_file()}
    assert files == {path.relative_to(pinned.folder) for path in pinned.folder.rglob("*") if path.is_file()}
    assert all((without.folder / one).read_bytes() == (pinned.folder / one).read_bytes() for one in files)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    folder = tmp_path_factory.mktemp("edited")
    _, text = made(folder)
    text = text.replace('"GET /orders/{id}" = "get"', '"GET /orders/{id}" = "purchases.fetch"')
    text = text.replace('Orders = "orders"', 'Orders = "sales"').replace('= "OrderModel"', '= "Sale"')
    return generate_package(SPEC, folder, names=write_names(text, folder))


def test_what_is_changed_in_it_is_called_so(edited: Generated) -> None:
    assert [one["call"] for one in edited.manifest["operations"]] == ["sales.list", "sales.create", "purchases.fetch"]
    assert run("from shop import models; print(models.Sale.model_fields)", edited).startswith("{'a': ")
    assert run("from shop.resources.sales import Sales; print(Sales.__name__)", edited) == "Sales\n"


def test_what_is_new_is_added_and_what_is_gone_is_kept_until_asked(tmp_path: Path) -> None:
    config, text = made(tmp_path)
    spec = copy.deepcopy(SPEC)
    del spec["paths"]["/orders/{id}"]
    spec["paths"]["/zoo"] = {"get": {"tags": ["Orders"], "responses": answer(TEXT)}}
    write_spec(spec, tmp_path)
    kept, told = names(config)
    assert '"GET /orders/{id}" = "get"' in kept
    assert '"GET /zoo" = "get_zoo"' in kept
    assert told == "1 names added, 1 of nothing in the document (kept; --prune drops them)"
    pruned, told = names(config, prune=True, write=True)
    assert "/orders/{id}" not in pruned
    assert Path(config.names or "").read_text(encoding="utf-8") == pruned != text
    assert names(config)[1] == "0 names added"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[models\n", "cannot be read: .*line 1"),
        ("[classes]\na = 'b'\n", "no section 'classes'; known are resources, operations, models"),
        ("[models]\na = 1\n", r"\[models\] 'a' is not a name in quotes"),
        ("[models]\n\n'/components/schemas/Order' = 'a b'\n", r"toml:3: \[models\] .*'a b' is not a name .*; choose"),
        ("[models]\n'/components/schemas/Order' = 'class'\n", "toml:2: .*'class' is not a name"),
        ("[models]\n'/components/schemas/Order' = '_a'\n", "toml:2: .*'_a' is not a name"),
        ("[models]\n'/a' = 'A'\n'/b' = 'A'\n", "toml:3: .*'A' is the name of '/a' already"),
        ("[models]\n'/components/schemas/Order' = 'Field'\n", "toml:2: .*'Field' is the name of another model, or of"),
        (f"[models]\n'/a' = '{'A' * 81}'\n", "toml:2: .*80 characters, not 81"),
        ("[operations]\n'GET /orders' = 'a'\n'POST /orders' = 'a'\n", "toml:3: .*resource 'Orders' is called 'a'"),
        ("[operations]\n'GET /orders' = 'self'\n", "toml:2: .*cannot be called 'self'"),
        ("[operations]\n'GET /orders' = 'a.'\n", "toml:2: .*'' is not a name"),
        ("[resources]\nOrders = 'close'\n", "toml:2: .*'close' is the name of another attribute of the client"),
    ],
)
def test_names_that_cannot_be_used(tmp_path: Path, text: str, message: str) -> None:
    config = Config(spec=str(write_spec(SPEC, tmp_path)), names=write_names(text, tmp_path))
    with pytest.raises(ConfigError) as raised:
        build(config)
    assert re.search(message, str(raised.value)), str(raised.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    config = Config(spec=str(write_spec(SPEC, tmp_path)), names=str(tmp_path / "none.toml"))
    with pytest.raises(ConfigError, match="is not there: make it by `clientsmith names --write`"):
        build(config)
    with pytest.raises(ConfigError, match="Say where to write names to"):
        names(Config(spec=config.spec), write=True)


WORD = st.sampled_from(["order", "Order", "orders", "item", "OrderTo", "CreateOrderBody", "zebra", "a b"])
INLINE = st.recursive(
    st.just(TEXT),
    lambda inner: st.dictionaries(WORD, inner, min_size=1, max_size=3).map(
        lambda properties: {"type": "object", "properties": properties}
    ),
    max_leaves=5,
)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(WORD, INLINE, max_size=4), st.dictionaries(WORD, INLINE, max_size=3), st.randoms())
def test_pinned_names_stay_whatever_comes(
    tmp_path_factory: pytest.TempPathFactory, components: dict[str, Any], bodies: dict[str, Any], random: Any
) -> None:
    folder = tmp_path_factory.mktemp("pinned")
    config, _ = made(folder)
    before = read_names(config.names or "").pins
    spec = copy.deepcopy(SPEC)
    spec["components"]["schemas"] = components | spec["components"]["schemas"]
    for number, (name, schema) in enumerate(bodies.items()):
        operation = {"operationId": name, "tags": ["Orders"], "responses": answer(schema)}
        spec["paths"] = {f"/{number}": {"get": operation}, **spec["paths"]}
    paths = list(spec["paths"].items())
    random.shuffle(paths)
    spec["paths"] = dict(paths)
    write_spec(spec, folder)
    after = build(config).names
    assert {key: after.operations[key] for key in before.operations} == before.operations
    models = {pointer: name for pointers, name in after.models.items() for pointer in pointers}
    assert {key: models[key] for key in before.models} == before.models


NAME = st.text("abzZ9_é名", max_size=8).map("n{}".format)
ENTRIES = st.dictionaries(st.text(max_size=12), NAME, max_size=4)


@given(ENTRIES, ENTRIES, ENTRIES.map(lambda entries: {key: f"M{number}" for number, key in enumerate(entries)}))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, resources: Any, operations: Any, models: Any
) -> None:
    pins = Pins(resources, operations, models)
    path = tmp_path_factory.getbasetemp() / "round.toml"
    path.write_text(render_names(pins), encoding="utf-8", newline="\n")
    assert read_names(str(path)).pins == pins


def test_a_schema_is_known_by_any_of_its_places() -> None:
    old = Pins(models={"/b": "Name"})
    refreshed = refresh(old, Chosen({}, {}, {("/a", "/b"): "Name", ("/c",): "New"}), prune=True)
    assert (refreshed.pins.models, refreshed.added, refreshed.gone) == ({"/b": "Name", "/c": "New"}, 1, 0)
