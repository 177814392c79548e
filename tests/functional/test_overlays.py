"""Overlays change a document before it is read any further; what they brought keeps its place in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith import Config, Severity, SpecError, bundle, generate, load_config, validate
from support.generation import document, write_spec

SPEC = document(
    """
    servers: [{url: "https://one.example"}]
    paths:
      /items:
        get:
          operationId: listItems
          tags: [Items]
          parameters:
            - {name: page, in: query, schema: {type: integer}}
            - {name: debug, in: query, schema: {type: boolean}}
            - {name: size, in: query, schema: {type: integer}}
            - {name: trace, in: query, schema: {type: boolean}}
          responses: {"200": {description: ok}}
      /internal:
        post:
          operationId: flush
          x-internal: true
          responses: {"200": {description: ok}}
    components:
      schemas:
        Item: {type: object, required: [id], properties: {id: {type: string}}}
    """
)


def overlay(*actions: dict[str, Any], **more: Any) -> str:
    """Return an overlay as YAML, one member a line, so that positions can be told apart."""
    head = {"overlay": "1.0.0", "info": {"title": "Changes", "version": "1"}, **more, "actions": list(actions)}
    return json.dumps(head, indent=1)


def config(folder: Path, *overlays: str, spec: str = SPEC) -> Config:
    path = write_spec(spec, folder)
    names: list[str] = []
    for number, text in enumerate(overlays):
        names.append(str(folder / f"overlay{number}.yaml"))
        Path(names[-1]).write_text(text, encoding="utf-8")
    return Config(spec=str(path), output=str(folder / "out"), package="shop", client_name="Shop", overlays=tuple(names))


def test_an_update_merges_objects_and_appends_to_lists(tmp_path: Path) -> None:
    tree = bundle(
        config(
            tmp_path,
            overlay(
                {"target": "$.info", "update": {"title": "Store", "contact": {"name": "Me"}}},
                {"target": "$", "update": {"servers": [{"url": "https://two.example"}], "tags": [{"name": "Items"}]}},
                {"target": "$.paths.*.get.parameters", "update": {"name": "q", "in": "query", "schema": {}}},
                {"target": "$.components.schemas.Item", "update": {"required": ["name"], "properties": {"name": {}}}},
            ),
        )
    )
    assert tree["info"] == {"title": "Store", "version": "1", "contact": {"name": "Me"}}
    assert [server["url"] for server in tree["servers"]] == ["https://one.example", "https://two.example"]
    assert [one["name"] for one in tree["paths"]["/items"]["get"]["parameters"]][-1] == "q"
    item = tree["components"]["schemas"]["Item"]
    assert (item["required"], list(item["properties"])) == (["id", "name"], ["id", "name"])


def test_what_is_removed_goes_and_the_rest_keeps_its_place(tmp_path: Path) -> None:
    changed = config(
        tmp_path,
        overlay(
            {"target": "$.paths[?@.post['x-internal'] == true]", "remove": True},
            {"target": "$..parameters[?@.schema.type == 'boolean']", "remove": True},
        ),
    )
    checked = validate(changed)
    operation = checked.bundle.tree["paths"]["/items"]["get"]
    assert list(checked.bundle.tree["paths"]) == ["/items"]
    assert [one["name"] for one in operation["parameters"]] == ["page", "size"]
    lines = SPEC.splitlines()
    for index, name in enumerate(("page", "size")):
        position = checked.bundle.position(f"/paths/~1items/get/parameters/{index}/name")
        assert f"name: {name}" in lines[position.line - 1]


def test_overlays_are_applied_in_order(tmp_path: Path) -> None:
    first = overlay({"target": "$.info", "update": {"title": "First"}})
    second = overlay({"target": "$[?@.title == 'First']", "update": {"title": "Second"}})
    assert bundle(config(tmp_path, first, second))["info"]["title"] == "Second"


def test_faults_in_what_an_overlay_brought_are_told_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = config(
        tmp_path,
        overlay(
            {
                "target": "$.components.schemas.Item.properties",
                "update": {"size": {"$ref": "#/components/schemas/Sice"}},
            },
            {"target": "$.components.schemas", "update": {"Size": {"type": "integer", "minimum": 3, "maximum": 1}}},
        ),
    )
    found = {one.code: one for one in validate(changed).diagnostics}
    dangling = found["ref-not-found"]
    assert dangling.position is not None
    assert dangling.position.file.endswith("overlay0.yaml")
    assert dangling.position.pointer == "/actions/0/update/size/$ref"
    assert any("Sice" in text for _, text in dangling.excerpt[0].lines)
    assert dangling.hint == "Did you mean 'Size'?"
    bounds = found["schema-bounds"].position
    assert bounds is not None
    assert bounds.pointer == "/actions/1/update/Size/minimum"


def test_a_client_of_a_changed_document(tmp_path: Path) -> None:
    action = {"target": "$.paths['/items'].get", "update": {"operationId": "Items_search"}}
    summary = generate(config(tmp_path, overlay(action)))
    assert summary.diagnostics == ()
    manifest = json.loads((tmp_path / "out" / "clientsmith-manifest.json").read_text(encoding="utf-8"))
    assert manifest["operations"][0]["call"] == "items.search"
    plain = generate(config(tmp_path))
    again = json.loads((tmp_path / "out" / "clientsmith-manifest.json").read_text(encoding="utf-8"))
    assert plain.changed
    assert manifest["spec"]["sha256"] != again["spec"]["sha256"], "an overlay is a part of what was read"


def test_references_of_an_overlay_are_those_of_the_document(tmp_path: Path) -> None:
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "size.yaml").write_text("type: integer\n", encoding="utf-8")
    write_spec(SPEC, tmp_path / "api")
    text = overlay({"target": "$.components.schemas", "update": {"Size": {"$ref": "size.yaml"}}})
    (tmp_path / "over.yaml").write_text(text, encoding="utf-8")
    tree = bundle(Config(spec=str(tmp_path / "api" / "openapi.yaml"), overlays=(str(tmp_path / "over.yaml"),)))
    assert tree["components"]["schemas"]["Size"] == {"type": "integer"}


def test_an_overlay_may_name_its_document(tmp_path: Path) -> None:
    write_spec(SPEC, tmp_path)
    (tmp_path / "over.yaml").write_text(
        overlay({"target": "$.info", "update": {"title": "Store"}}, extends="openapi.yaml"), encoding="utf-8"
    )
    assert bundle(tmp_path / "over.yaml")["info"]["title"] == "Store"
    (tmp_path / "alone.yaml").write_text(overlay({"target": "$.info", "update": {}}), encoding="utf-8")
    with pytest.raises(SpecError, match="does not say which document it extends"):
        bundle(tmp_path / "alone.yaml")
    (tmp_path / "odd.yaml").write_text(overlay({"target": "$", "remove": True}, extends="http://["), encoding="utf-8")
    with pytest.raises(SpecError, match="is not a valid URI reference"):
        bundle(tmp_path / "odd.yaml")
    (tmp_path / "lost.yaml").write_text(overlay({"target": "$", "remove": True}, extends="none.yaml"), encoding="utf-8")
    with pytest.raises(SpecError, match="file-not-found"):
        bundle(tmp_path / "lost.yaml")


@pytest.mark.parametrize(
    ("text", "words", "pointer"),
    [
        ("openapi: 3.1.0\n", "An Overlay document 1.0 is expected, but this is none.", ""),
        (overlay().replace("1.0.0", "2.0.0"), "but this has the version '2.0.0'.", ""),
        (overlay(), "An overlay needs a list of 'actions'.", "/actions"),
        (overlay({"update": {}}), "An action needs a 'target'", "/actions/0"),
        (overlay({"target": "$.info", "updates": {}}), "neither updates nor removes", "/actions/0"),
        (overlay({"target": "$.info[", "update": {}}), "The target is no valid JSONPath", "/actions/0/target"),
        (overlay({"target": "info", "update": {}}), "The target is no valid JSONPath", "/actions/0/target"),
        (overlay({"target": "$", "remove": True}), "cannot be removed", "/actions/0"),
        (overlay({"target": "$.info", "update": [1]}), "only be updated with an object", "/actions/0/update"),
    ],
)
def test_what_is_wrong_with_an_overlay_is_told_at_its_place(
    text: str, words: str, pointer: str, tmp_path: Path
) -> None:
    with pytest.raises(SpecError) as caught:
        generate(config(tmp_path, text))
    (told,) = [one for one in caught.value.diagnostics if one.severity is Severity.ERROR]
    assert told.code == "overlay"
    assert words in told.message
    assert told.position is not None
    assert (told.position.file.endswith("overlay0.yaml"), told.position.pointer) == (True, pointer)
    assert not (tmp_path / "out").exists()


def test_a_target_that_matches_nothing_is_a_warning(tmp_path: Path) -> None:
    summary = generate(config(tmp_path, overlay({"target": "$.paths['/itms'].get", "remove": True})))
    (told,) = [one for one in summary.diagnostics if one.code == "overlay-unmatched"]
    assert told.severity is Severity.WARNING
    assert "matches nothing" in told.message


def test_an_overlay_that_is_not_there_is_told(tmp_path: Path) -> None:
    write_spec(SPEC, tmp_path)
    with pytest.raises(SpecError, match="file-not-found"):
        generate(Config(spec=str(tmp_path / "openapi.yaml"), overlays=(str(tmp_path / "none.yaml"),)))


def test_overlays_of_a_table_are_relative_to_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.clientsmith]\nspec = "a.yaml"\noverlays = ["changes/one.yaml"]\n', encoding="utf-8"
    )
    assert load_config(folder=tmp_path).overlays == ((tmp_path / "changes" / "one.yaml").as_posix(),)
