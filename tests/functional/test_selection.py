"""Only the operations that are asked for come out, with the models that they need; the manifest has the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clientsmith import SpecError
from clientsmith.config import load_config
from support.generation import Generated, document, generate_package, run

SPEC = document(
    """
    paths:
      /users:
        get:
          operationId: listUsers
          tags: [Users]
          parameters: [{$ref: "#/components/parameters/Page"}]
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}
        post:
          operationId: createUser
          tags: [Users, Admin]
          deprecated: true
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewUser"}}}}
          responses: {"201": {description: ok}}
      /users/{id}/pets:
        get:
          operationId: listPets
          tags: [Pets]
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses:
            "200":
              description: ok
              content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
      /shops:
        get:
          operationId: listShops
          tags: [Shops]
          responses:
            "200":
              description: ok
              content:
                application/json:
                  schema:
                    # as tools that bundle files write it
                    $ref: "#/paths/~1users~1{id}~1pets/get/responses/200/content/application~1json/schema"
        put:
          operationId: listShops
          tags: [Shops]
          responses: {"200": {description: ok}}
    webhooks:
      userCreated:
        post:
          operationId: onUserCreated
          tags: [Users]
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Event"}}}}
          responses: {"200": {description: ok}}
    components:
      parameters:
        Page: {name: page, in: query, schema: {$ref: "#/components/schemas/PageNumber"}}
      schemas:
        PageNumber: {type: integer, minimum: 1}
        User: {type: object, properties: {name: {type: string}, address: {$ref: "#/components/schemas/Address"}}}
        Address: {type: object, properties: {city: {type: string}}}
        NewUser: {type: object, properties: {name: {type: string}}}
        Pet:
          type: object
          required: [kind]
          properties: {kind: {type: string}}
          discriminator: {propertyName: kind}
        Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {claws: {type: integer}}}]}
        Event: {type: object, properties: {user: {type: string}}}
        Unused: {type: object, properties: {a: {type: string}}}
    """
)


def calls(generated: Generated) -> list[str]:
    return [operation["call"] for operation in generated.manifest["operations"]]


def models(generated: Generated) -> set[str]:
    names = run("import shop.models as m; print(*sorted(n for n in dir(m) if n[0].isupper()))", generated).split()
    return set(names)


@pytest.mark.parametrize(
    ("select", "ids"),
    [
        ({"include_tags": ["Users"]}, ["listUsers", "createUser"]),
        ({"include_tags": ["Users"], "deprecated": False}, ["listUsers"]),
        ({"include_tags": ["Users"], "exclude_tags": ["Admin"]}, ["listUsers"]),
        ({"include_tags": ["Users", "Pets"], "include_paths": ["/users/*/*"]}, ["listPets"]),
        ({"include_paths": ["/users/**"]}, ["listUsers", "createUser", "listPets"]),
        ({"include_paths": ["/users/{id}/*"]}, ["listPets"]),
        ({"include_paths": ["/*"], "exclude_paths": ["/u*"]}, ["listShops", "listShops"]),
        ({"operation_ids": ["listPets", "createUser"]}, ["createUser", "listPets"]),
        ({"exclude_operation_ids": ["listShops"]}, ["listUsers", "createUser", "listPets"]),
    ],
)
def test_filters(select: dict[str, Any], ids: list[str], tmp_path: Path) -> None:
    generated = generate_package(SPEC, tmp_path, select=select)
    assert [operation["id"] for operation in generated.manifest["operations"]] == ids
    excluded = [one["id"] for one in generated.manifest["excluded"]]
    everything = ["listUsers", "createUser", "listPets", "listShops", "listShops", "onUserCreated"]
    assert sorted([*ids, *excluded, *(["onUserCreated"] if "onUserCreated" not in excluded else [])]) == sorted(
        everything
    )
    assert generated.manifest["skipped"] == []


def test_only_what_is_needed_comes_out(tmp_path: Path) -> None:
    generated = generate_package(SPEC, tmp_path, select={"operation_ids": ["listUsers"]})
    assert models(generated) >= {"User", "Address"}
    assert not {"NewUser", "Pet", "Cat", "Event", "Unused"} & models(generated)
    assert not (generated.path / "webhooks.py").exists()
    assert generated.summary.diagnostics == () or "duplicate-operation-id" not in {
        one.code for one in generated.summary.diagnostics
    }, "what is wrong with operations that are left out matters no more"


def test_a_reference_into_an_operation_that_is_left_out_still_leads_somewhere(tmp_path: Path) -> None:
    generated = generate_package(SPEC, tmp_path, select={"include_tags": ["Shops"]})
    assert "Pet" in models(generated)
    assert "Cat" in models(generated), "a variant that only its parent's discriminator leads to"
    said = run(
        "import shop.models as m; print(type(m.Pet.model_validate({'kind': 'Cat', 'claws': 3})).__module__)", generated
    )
    assert said.startswith("shop.models")


def test_webhooks_are_operations_without_a_path(tmp_path: Path) -> None:
    generated = generate_package(SPEC, tmp_path, select={"include_tags": ["Users"]})
    assert "Event" in models(generated)
    generated = generate_package(SPEC, tmp_path, select={"include_paths": ["/users/**"]})
    assert {"id": "onUserCreated", "method": "POST", "path": "userCreated"}.items() <= generated.manifest["excluded"][
        -1
    ].items()


def test_the_manifest_says_why(tmp_path: Path) -> None:
    generated = generate_package(
        SPEC, tmp_path, select={"include_paths": ["/users"], "exclude_tags": ["Admin"], "deprecated": False}
    )
    assert calls(generated) == ["users.list"]
    assert {one["pointer"]: one["reason"] for one in generated.manifest["excluded"]} == {
        "/paths/~1users/post": "exclude_tags: Admin",
        "/paths/~1users~1{id}~1pets/get": "not in include_paths",
        "/paths/~1shops/get": "not in include_paths",
        "/paths/~1shops/put": "not in include_paths",
        "/webhooks/userCreated/post": "not in include_paths",
    }


@pytest.mark.parametrize(
    ("select", "words"),
    [
        ({"include_tags": ["Usres"]}, "'Usres' in include_tags fits no operation of the document.\n  hint: Did you"),
        ({"exclude_tags": ["users"]}, "Did you mean 'Users'?"),
        ({"operation_ids": ["listUser"]}, "Did you mean 'listUsers'"),
        ({"include_paths": ["/user/**"]}, "Did you mean '/users'"),
        ({"include_tags": ["zzz"]}, "There are 'Admin', 'Pets', 'Shops', 'Users'."),
        ({"include_tags": ["Pets"], "exclude_tags": ["Pets"]}, "nothing-to-generate"),
    ],
)
def test_a_filter_that_fits_nothing_is_an_error(select: dict[str, Any], words: str, tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        generate_package(SPEC, tmp_path, select=select)
    assert words in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_flags_go_over_the_table_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.clientsmith]\nspec = "a.yaml"\nselect = {include-tags = ["a"], exclude-paths = ["/x"]}\n',
        encoding="utf-8",
    )
    select = load_config(folder=tmp_path, select={"include_tags": ["b"], "deprecated": False}).select
    assert (select.include_tags, select.exclude_paths, select.deprecated) == (("b",), ("/x",), False)
