"""Documents of several files become one tree, in which every reference is internal."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from clientsmith.diagnostics import SpecError
from clientsmith.positions import pointer_get
from clientsmith.source import ReadOptions, read, ref_pointer
from clientsmith.source.grammar import walk
from clientsmith.source.openapi3 import DOCUMENT
from clientsmith.trees import is_object
from unit.source.documents import HEAD, at, read_files, write

PET = "Pet: {type: object, properties: {owner: {$ref: '#/Owner'}}}\nOwner: {type: string}\n"


def component(name: str, ref: str) -> str:
    return f"components: {{schemas: {{{name}: {{$ref: '{ref}'}}}}}}\n"


def refs(tree: Any) -> list[str]:
    return [
        site.value["$ref"]
        for site in walk(tree, DOCUMENT)
        if site.type.reference and is_object(site.value) and isinstance(site.value.get("$ref"), str)
    ]


def test_a_component_that_is_only_a_reference_lends_its_name(tmp_path: Path) -> None:
    bundle = read_files(tmp_path, {"a.yaml": HEAD + component("Animal", "p.yaml#/Pet"), "p.yaml": PET})
    assert at(bundle, "components", "schemas") == {
        "Animal": {"type": "object", "properties": {"owner": {"$ref": "#/components/schemas/Owner"}}},
        "Owner": {"type": "string"},
    }


def test_a_target_becomes_one_component_however_it_is_referred_to(tmp_path: Path) -> None:
    body = """
        components:
          schemas:
            All:
              oneOf:
                - $ref: p.yaml#/Pet
                - $ref: ./p.yaml#/Pet
                - $ref: sub/../p.yaml#/%50et
                - $ref: sub/i.yaml#/Alias
        """
    files = {
        "a.yaml": HEAD + body.replace("\n        ", "\n"),
        "p.yaml": PET,
        "sub/i.yaml": "Alias: {$ref: ../p.yaml#/Pet}\n",
    }
    bundle = read_files(tmp_path, files)
    assert {member["$ref"] for member in at(bundle, "components", "schemas", "All", "oneOf")} == {
        "#/components/schemas/Pet"
    }
    assert list(at(bundle, "components", "schemas")) == ["All", "Pet", "Owner"]


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({"pet.json": '{"type": "string"}'}, {"pet.json": "pet"}),
        (
            {"p.yaml": "Pet: {type: string}", "q.yaml": "Pet: {type: integer}"},
            {"p.yaml#/Pet": "Pet", "q.yaml#/Pet": "q_Pet"},
        ),
        ({"p.yaml": "Taken: {type: string}"}, {"p.yaml#/Taken": "p_Taken"}),
        ({"d/p.yaml": "type: string", "e/p.yaml": "type: integer"}, {"d/p.yaml": "p", "e/p.yaml": "e_p"}),
        ({"p.yaml": "'a/b c': {type: string}"}, {"p.yaml#/a~1b%20c": "a_b_c"}),
        ({"p.yaml": "Pet: {type: array, items: {type: string}}"}, {"p.yaml#/Pet/items": "Pet_items"}),
        ({"p.yaml": "Pet: {properties: {name: {type: string}}}"}, {"p.yaml#/Pet/properties/name": "name"}),
    ],
)
def test_names_of_components(tmp_path: Path, files: dict[str, str], names: dict[str, str]) -> None:
    members = "".join(f"        - $ref: '{ref}'\n" for ref in names)
    root = HEAD + "components:\n  schemas:\n    Taken: {type: boolean}\n    All:\n      anyOf:\n" + members
    bundle = read_files(tmp_path, {"a.yaml": root, **files})
    assert [
        ref_pointer(member["$ref"]).rpartition("/")[2] for member in at(bundle, "components", "schemas", "All", "anyOf")
    ] == list(names.values())


def test_every_kind_of_component_comes_in(tmp_path: Path) -> None:
    root = (
        HEAD
        + """\
paths:
  /a:
    $ref: 'parts.yaml#/path'
"""
    )
    parts = """\
path:
  summary: here
  get:
    parameters: [{$ref: '#/parameter'}]
    requestBody: {$ref: '#/body'}
    responses:
      '200': {$ref: '#/response'}
    callbacks:
      done: {$ref: '#/callback'}
parameter: {name: a, in: query, schema: {type: string}, examples: {one: {$ref: '#/example'}}}
body: {content: {application/json: {schema: {type: string}}}}
response:
  description: d
  headers: {X-A: {$ref: '#/header'}}
  links: {next: {$ref: '#/link'}}
header: {schema: {type: string}}
link: {operationId: x}
example: {value: {$ref: 'this is data'}}
callback:
  '{$request.body#/url}': {$ref: '#/path2'}
path2: {post: {responses: {'204': {description: d}}}}
"""
    bundle = read_files(tmp_path, {"a.yaml": root, "parts.yaml": parts})
    assert {name: list(section) for name, section in bundle.tree["components"].items()} == {
        "parameters": ["parameter"],
        "requestBodies": ["body"],
        "responses": ["response"],
        "callbacks": ["callback"],
        "examples": ["example"],
        "headers": ["header"],
        "links": ["link"],
    }
    assert at(bundle, "components", "callbacks", "callback", "{$request.body#/url}", "post", "responses", "204")
    assert at(bundle, "components", "examples", "example") == {"value": {"$ref": "this is data"}}
    for ref in refs(bundle.tree):
        assert pointer_get(bundle.tree, ref_pointer(ref)) is not None


def test_path_items_maps_and_lists_are_copied_into_their_place(tmp_path: Path) -> None:
    files = {
        "a.yaml": HEAD + "paths: {$ref: p.yaml}\ncomponents: {schemas: {$ref: s.yaml}}\ntags: {$ref: 't.yaml#/tags'}\n",
        "p.yaml": "/a: {$ref: one.yaml}\n/b: {$ref: one.yaml, summary: mine}\n",
        "one.yaml": "summary: theirs\nget: {responses: {'200': {description: {$ref: data}}}}\n",
        "s.yaml": "Pet: {$ref: pet.yaml}\nOther: {$ref: '#/Pet'}\n",
        "pet.yaml": "type: array\nitems: {$ref: 's.yaml#/Other'}\n",
        "t.yaml": "tags: [{name: a}]\n",
    }
    bundle = read_files(tmp_path, files)
    assert at(bundle, "paths", "/a", "summary") == "theirs"
    assert at(bundle, "paths", "/b", "summary") == "mine"
    assert at(bundle, "tags") == [{"name": "a"}]
    assert at(bundle, "components", "schemas", "Pet") == {
        "type": "array",
        "items": {"$ref": "#/components/schemas/Pet"},
    }
    position = bundle.position("/paths/~1b/get/responses/200")
    assert (Path(position.file).name, position.line, position.pointer) == ("one.yaml", 2, "/get/responses/200")
    assert Path(bundle.position("/paths/~1b/summary").file).name == "p.yaml"


def test_internal_references_stay_and_may_lead_anywhere(tmp_path: Path) -> None:
    root = (
        HEAD
        + """\
paths:
  /a/{id}:
    get:
      responses:
        '200':
          description: d
          content:
            application/json:
              schema: {type: object, properties: {name: {type: string}}}
components:
  schemas:
    A: {$ref: '#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema'}
    B: {$ref: '#/components/schemas/A/properties/name', description: beside}
    C: {properties: {$ref: {type: string}, x-y: {$ref: '#/components/schemas/B'}}}
"""
    )
    bundle = read_files(tmp_path, {"a.yaml": root})
    assert at(bundle, "components", "schemas", "A", "$ref") == (
        "#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema"
    )
    # a pointer through a reference leads to where the value really stands
    assert at(bundle, "components", "schemas", "B", "$ref").endswith("/schema/properties/name")
    assert at(bundle, "components", "schemas", "C", "properties", "$ref") == {"type": "string"}


def test_anchors_ids_and_dynamic_references_become_pointers(tmp_path: Path) -> None:
    root = (
        HEAD
        + """\
components:
  schemas:
    Tree: {$anchor: tree, $dynamicAnchor: node, properties: {next: {$dynamicRef: '#node'}, same: {$ref: '#tree'}}}
    Pet: {$id: 'https://x.example/pet', $defs: {name: {type: string}}, properties: {n: {$ref: '#/$defs/name'}}}
    ByName: {$ref: 'https://x.example/pet'}
    InPet: {$ref: 'https://x.example/pet#/$defs/name'}
"""
    )
    schemas = at(read_files(tmp_path, {"a.yaml": root}), "components", "schemas")
    assert schemas["Tree"]["properties"] == {
        "next": {"$ref": "#/components/schemas/Tree"},
        "same": {"$ref": "#/components/schemas/Tree"},
    }
    assert schemas["Pet"]["properties"]["n"] == {"$ref": "#/components/schemas/name"}
    assert schemas["ByName"] == {"$ref": "#/components/schemas/Pet"}
    assert schemas["InPet"] == {"$ref": "#/components/schemas/name"}


def test_discriminator_mappings_follow_their_files(tmp_path: Path) -> None:
    files = {
        "a.yaml": HEAD + "components: {schemas: {Pet: {$ref: 'd/p.yaml#/Pet'}, Local: {type: object}}}\n",
        "d/p.yaml": "Pet:\n  oneOf: [{$ref: '#/Cat'}, {$ref: dog.yaml}]\n  discriminator:\n    propertyName: k\n"
        "    mapping: {cat: '#/Cat', dog: dog.yaml, kitten: Cat, l: Local}\nCat: {type: object}\n",
        "d/dog.yaml": "type: object\n",
    }
    assert at(read_files(tmp_path, files), "components", "schemas", "Pet", "discriminator", "mapping") == {
        "cat": "#/components/schemas/Cat",
        "dog": "#/components/schemas/dog",
        "kitten": "#/components/schemas/Cat",
        "l": "#/components/schemas/Local",
    }


def test_all_dangling_references_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    files = {
        "a.yaml": HEAD + "components: {schemas: {A: {$ref: '#/x'}, B: {$ref: 'b.json#/C'}}}\n",
        "b.json": '{"C": {"properties": {"x": {"$ref": "#/D"}, "y": {"$ref": "none.yaml"}}, "type": 1, "type": 2}}',
    }
    with pytest.raises(SpecError) as caught:
        read_files(tmp_path, files)
    assert [(d.code, Path(d.position.file).name) for d in caught.value.diagnostics if d.position] == [
        ("ref-not-found", "a.yaml"),
        ("ref-not-found", "b.json"),
        ("file-not-found", "b.json"),
        ("duplicate-key", "b.json"),
    ]
    bundle = caught.value.bundle
    assert bundle.tree["components"]["schemas"]["A"] == {}
    assert "/components/schemas/A" in bundle.broken


@pytest.mark.parametrize(
    "ref", ["Pet", "#Pet", "#/definitions/Pet", "#/Pet", "#/components/schema/Pet", "#components/schemas/Pet"]
)
def test_a_reference_that_does_not_say_where_gets_a_hint(tmp_path: Path, ref: str) -> None:
    text = f"{HEAD}components: {{schemas: {{Pet: {{type: object}}, A: {{$ref: '{ref}'}}}}}}\n"
    with pytest.raises(SpecError) as caught:
        read_files(tmp_path, {"a.yaml": text})
    assert [diagnostic.hint for diagnostic in caught.value.diagnostics] == ["Write '#/components/schemas/Pet'."]


def test_references_do_not_leave_the_folder_unless_allowed(tmp_path: Path) -> None:
    spec = write(tmp_path, {"spec/a.yaml": HEAD + component("A", "../other.yaml"), "other.yaml": "type: string\n"})
    with pytest.raises(SpecError, match="ref-outside"):
        read(spec)
    bundle = read(spec, ReadOptions(allowed_root=tmp_path))
    assert at(bundle, "components", "schemas", "A") == {"type": "string"}


def test_a_link_does_not_lead_out_either(tmp_path: Path) -> None:
    spec = write(tmp_path, {"spec/a.yaml": HEAD + component("A", "link.yaml"), "secret.yaml": "type: string\n"})
    (tmp_path / "spec/link.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(SpecError, match="ref-outside"):
        read(spec)


@pytest.mark.parametrize("ref", ["/etc/passwd", "file:///etc/passwd", "%2e%2e/x.yaml", "//host/share/x", "http://[::1"])
def test_hostile_references_are_refused(tmp_path: Path, ref: str) -> None:
    with pytest.raises(SpecError) as caught:
        read_files(tmp_path, {"spec/a.yaml": HEAD + component("A", ref)})
    assert all(diagnostic.code.startswith(("ref-", "file-")) for diagnostic in caught.value.diagnostics)


def test_inlining_is_bounded(tmp_path: Path) -> None:
    levels = {
        f"p{level}.yaml": "post:\n  callbacks:\n"
        + "".join(f"    c{n}: {{'/': {{$ref: p{level + 1}.yaml}}}}\n" for n in range(10))
        for level in range(8)
    }
    files = {"a.yaml": HEAD + "paths: {/a: {$ref: p0.yaml}}\n", **levels, "p8.yaml": "post: {responses: {}}\n"}
    with pytest.raises(SpecError, match="too-large"):
        read_files(tmp_path, files, ReadOptions(max_bytes=50_000))


def test_files_and_digest_do_not_depend_on_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"spec/a.yaml": HEAD + component("A", "b.yaml"), "spec/b.yaml": "type: string\n"}
    one, two = write(tmp_path / "one", files), write(tmp_path / "two", files)
    monkeypatch.chdir(tmp_path / "one")
    first, second = read("spec/a.yaml"), read(two)
    assert first.files == ("spec/a.yaml", "spec/b.yaml")
    assert first.sha256 == second.sha256 == read(one).sha256
    two.with_name("b.yaml").write_text("type: integer\n")
    assert read(two).sha256 != first.sha256


def test_a_missing_document_is_told(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        read(tmp_path / "none.yaml")
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.position) == ("file-not-found", None)


@pytest.mark.parametrize(
    "data", [b"", b"\n# only a comment\n", b"null\n", b"12\n", b"[]", b"text", b"\xff\xfe", b"\xff"]
)
def test_what_is_no_document_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    with pytest.raises(SpecError):
        read(tmp_path / "a.yaml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_encodings(tmp_path: Path, encoding: str, suffix: str) -> None:
    text = '{"openapi": "3.1.0", "info": {"title": "Tïtle", "version": "1"}}'
    path = tmp_path / f"a.{suffix}"
    path.write_bytes((text if suffix == "json" else text + " # yaml").encode(encoding))
    assert at(read(path), "info", "title") == "Tïtle"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HEAD.encode())))
    bundle = read("-")
    assert bundle.files == ("<stdin>",)
    assert str(bundle.position("/info/title")) == "<stdin>:2:15"


def test_reading_does_not_change_a_tree_that_aliases_share(tmp_path: Path) -> None:
    root = HEAD + "components:\n  schemas:\n    A: &a {properties: {x: {$ref: 'b.yaml'}}}\n    B: *a\n"
    bundle = read_files(tmp_path, {"a.yaml": root, "b.yaml": "type: string\n"})
    schemas = at(bundle, "components", "schemas")
    assert schemas["A"] == schemas["B"] == {"properties": {"x": {"$ref": "#/components/schemas/b"}}}
    assert schemas["A"] is not schemas["B"]


def test_a_dynamic_reference_of_a_schema_to_itself_is_told(tmp_path: Path) -> None:
    root = HEAD + "components: {schemas: {A: {$anchor: a, $dynamicRef: '#a'}, B: {$ref: '#/components/schemas/A'}}}\n"
    with pytest.raises(SpecError) as caught:
        read_files(tmp_path, {"a.yaml": root})
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["ref-circular"]
    assert "$ref" not in at(caught.value.bundle, "components", "schemas", "A")


def test_dynamic_anchors_beside_a_reference_keep_their_place(tmp_path: Path) -> None:
    root = (
        HEAD
        + """\
components:
  schemas:
    Texts:
      $ref: list
      allOf: []
      $defs:
        text: {$dynamicAnchor: item, type: string}
        list: {$id: list, type: array, items: {$dynamicRef: '#item'}}
"""
    )
    bundle = read_files(tmp_path, {"a.yaml": root})
    item = at(bundle, "components", "schemas", "Texts", "items", "$ref")
    assert pointer_get(bundle.tree, ref_pointer(item))["type"] == "string"
