"""Bases with a discriminator, which stand for everything that has them in its `allOf`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from support.driving import Driver, respond
from support.generation import document, generate_package, run

SPEC = document("""
    paths:
      /echo:
        post:
          operationId: echo
          tags: [calls]
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
      /pets:
        post:
          operationId: createPet
          tags: [pets]
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
          responses:
            "200":
              description: ok
              content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
    components:
      schemas:
        All:
          type: object
          properties:
            pet: {$ref: "#/components/schemas/Pet"}
            pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}
            described: {description: Text., allOf: [{$ref: "#/components/schemas/Pet"}]}
            nullable: {oneOf: [{$ref: "#/components/schemas/Pet"}, {type: "null"}]}
            orText: {anyOf: [{$ref: "#/components/schemas/Pet"}, {type: string}]}
            map: {type: object, additionalProperties: {$ref: "#/components/schemas/Pet"}}
            dog: {$ref: "#/components/schemas/Dog"}
            cat: {$ref: "#/components/schemas/Cat"}
            shape: {$ref: "#/components/schemas/Shape"}
            job: {$ref: "#/components/schemas/Job"}
            plain: {$ref: "#/components/schemas/Plain"}
            bird: {$ref: "#/components/schemas/Bird"}
        Pet:
          type: object
          required: [petType]
          properties:
            petType: {type: string}
            name: {type: string}
            friend: {$ref: "#/components/schemas/Pet"}
          discriminator: {propertyName: petType, mapping: {cat: "#/components/schemas/Cat", dog: Dog, hound: Dog}}
        Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {lives: {type: integer}}}]}
        Dog: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {barks: {type: boolean}}}]}
        Puppy: {allOf: [{$ref: "#/components/schemas/Dog"}, {type: object, properties: {age: {type: integer}}}]}
        Fish: {description: Nothing of its own., allOf: [{$ref: "#/components/schemas/Pet"}]}
        Bird: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {wings: {type: integer}}}]}
        Shape:
          oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Square"}]
          discriminator: {propertyName: kind}
          required: [kind]
          properties: {kind: {type: string}}
        Circle: {allOf: [{$ref: "#/components/schemas/Shape"}, {type: object, properties: {radius: {type: number}}}]}
        Square: {allOf: [{$ref: "#/components/schemas/Shape"}, {type: object, properties: {width: {type: number}}}]}
        Job:
          type: object
          properties: {state: {$ref: "#/components/schemas/State"}}
          discriminator: {propertyName: state}
        State: {type: string, enum: [done, failed, waiting]}
        Done: {allOf: [{$ref: "#/components/schemas/Job"}, {properties: {state: {enum: [done]}, at: {type: string}}}]}
        Failed:
          x-ms-discriminator-value: failed
          allOf: [{$ref: "#/components/schemas/Job"}, {properties: {reason: {type: string}}}]
        Odd: {allOf: [{$ref: "#/components/schemas/Job"}, {properties: {odd: {type: string}}}]}
        Plain: {type: object, discriminator: {propertyName: rows}, properties: {rows: {type: array, items: {}}}}
        Page: {allOf: [{$ref: "#/components/schemas/Plain"}, {properties: {page: {type: integer}}}]}
""")
CAT = {"petType": "cat", "name": "Tom", "lives": 9}
DOG = {"petType": "hound", "barks": True}


@pytest.mark.parametrize(
    ("value", "which"),
    [
        ({"pet": CAT}, "pet Cat"),
        ({"pet": DOG}, "pet Dog"),
        ({"pet": {"petType": "Puppy", "barks": True, "age": 1}}, "pet Puppy"),
        ({"pet": {"petType": "Fish"}}, "pet Fish"),
        ({"pet": {"petType": "parrot", "wings": 2}}, "pet Pet"),
        ({"pet": {"petType": "Bird", "wings": 2}}, "pet Bird"),
        ({"bird": {"petType": "of some kind", "wings": 2}}, "bird Bird"),
        ({"pet": {"petType": "cat", "friend": DOG}}, "pet.friend Dog"),
        ({"pets": [CAT, DOG]}, "pets[1] Dog"),
        ({"described": CAT}, "described Cat"),
        ({"nullable": CAT}, "nullable Cat"),
        ({"nullable": None}, "nullable NoneType"),
        ({"orText": DOG}, "or_text Dog"),
        ({"orText": "none"}, "or_text str"),
        ({"map": {"a": DOG}}, "map['a'] Dog"),
        ({"dog": {"petType": "Puppy", "age": 1}}, "dog Puppy"),
        ({"dog": DOG}, "dog Dog"),
        ({"cat": CAT}, "cat Cat"),
        ({"shape": {"kind": "Circle", "radius": 1.5}}, "shape Circle"),
        ({"shape": {"kind": "Oval"}}, "shape Shape"),
        ({"job": {"state": "done", "at": "now"}}, "job Done"),
        ({"job": {"state": "failed", "reason": "x"}}, "job Failed"),
        ({"job": {"state": "waiting"}}, "job Job"),
        ({"job": {}}, "job Job"),
        ({"plain": {"rows": [1], "page": 2}}, "plain Plain"),
    ],
)
def test_a_base_stands_for_all_that_is_built_on_it(drive: Driver, value: Any, which: str) -> None:
    path, kind = which.split()
    then = f"[type(result.{path}).__name__, dump(result)]"
    outcome = drive(f"client.calls.echo({value!r})", respond(value), then=then)
    assert (outcome.error, outcome.warnings) == (None, [])
    assert outcome.sent.json == value
    assert outcome.value == [kind, value]


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ({"pet": {**CAT, "lives": "many"}}, "/pet/lives"),
        ({"pet": {"name": "x"}}, "/pet/petType"),
        ({"pet": {"petType": "parrot", "name": 1}}, "/pet/name"),
        ({"pet": 5}, "/pet"),
        ({"pets": [CAT, {**DOG, "barks": "loud"}]}, "/pets/1/barks"),
        ({"job": {"state": "unheard"}}, "/job/state"),
    ],
)
def test_what_does_not_fit_is_told_of_one_variant(drive: Driver, value: Any, path: str) -> None:
    then = "[[issue.path for issue in result.issues], dump(result.parse())]"
    assert drive("client.with_raw_response.calls.echo({})", respond(value), then=then).value == [[path], value]


def test_bodies_and_results_of_operations(drive: Driver) -> None:
    outcome = drive("client.pets.create(models.Cat(lives=1))", respond([CAT, DOG]), then="type(result[1]).__name__")
    assert (outcome.sent.json, outcome.value) == ({"petType": "cat", "lives": 1}, "Dog")
    assert drive("client.pets.create({'petType': 'new', 'a': 1})", respond([])).sent.json == {"petType": "new", "a": 1}
    assert drive("client.pets.create(models.Pet(pet_type='new'))", respond([])).sent.json == {"petType": "new"}


def test_callers_may_use_python_names(drive: Driver) -> None:
    sent = drive("client.calls.echo(pet={'pet_type': 'cat', 'lives': 3})", respond({})).sent.json
    assert sent == {"pet": {"petType": "cat", "lives": 3}}
    assert drive.fails("models.All(pet={'pet_type': 'cat', 'lives': 'many'})")["type"] == "ValidationError"
    assert drive.fails("models.All(pet=5)")["type"] == "ValidationError"


def test_variants_are_subclasses_with_their_tag_filled_in(drive: Driver) -> None:
    assert drive.look("[base.__name__ for base in models.Puppy.__mro__[:3]]") == ["Puppy", "Dog", "Pet"]
    assert drive.look("dump(models.Cat(name='a'))") == {"petType": "cat", "name": "a"}
    assert drive.look("dump(models.Failed())") == {"state": "failed"}
    assert drive.look("models.Job(state='failed').state") == "failed"


def test_only_what_is_referred_to_gets_a_union(drive: Driver) -> None:
    names = "sorted(name for name in dir(models) if name.startswith('Any'))"
    assert drive.look(names) == ["AnyDog", "AnyJob", "AnyPet", "AnyShape"]


def test_a_union_of_its_members_keeps_the_base_for_itself(tmp_path: Path) -> None:
    spec = document("""
        servers: [{url: "https://x.test"}]
        paths:
          /a:
            get:
              responses:
                "200":
                  description: ok
                  content: {application/json: {schema: {$ref: "#/components/schemas/Either"}}}
        components:
          schemas:
            Either: {oneOf: [{$ref: "#/components/schemas/Base"}, {$ref: "#/components/schemas/Leaf"}]}
            Base: {type: object, discriminator: {propertyName: t}, properties: {t: {type: string}}}
            Leaf: {allOf: [{$ref: "#/components/schemas/Base"}, {required: [n], properties: {n: {type: integer}}}]}
    """)
    run(
        """
        from pydantic import TypeAdapter
        from shop import models

        either = TypeAdapter(models.Either)
        assert type(either.validate_python({"t": "Leaf", "n": 1})) is models.Leaf
        assert type(either.validate_python({"t": "x"})) is models.Base
        assert not hasattr(models, "AnyBase")
        """,
        generate_package(spec, tmp_path),
    )


def test_the_union_has_a_name_that_can_be_pinned(tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text('[models]\n"/components/schemas/Pet/discriminator" = "EveryPet"\n', encoding="utf-8", newline="\n")
    source = generate_package(SPEC, tmp_path, names=str(names)).source("models/__init__")
    assert '"EveryPet"' in source
    assert '"AnyPet"' not in source


def test_a_long_line_lets_a_tag_override_its_base(tmp_path: Path) -> None:
    name = "AVariantWithANameThatIsSoLongThatItsLineWouldBeWrapped"
    spec = document(f"""
        servers: [{{url: "https://x.test"}}]
        paths:
          /a:
            get:
              responses:
                "200":
                  description: ok
                  content: {{application/json: {{schema: {{$ref: "#/components/schemas/Base"}}}}}}
        components:
          schemas:
            Base: {{type: object, discriminator: {{propertyName: someTag}}, properties: {{someTag: {{type: string}}}}}}
            {name}: {{allOf: [{{$ref: "#/components/schemas/Base"}}, {{properties: {{n: {{type: integer}}}}}}]}}
    """)
    source = generate_package(spec, tmp_path).source("models/a")
    (line,) = [line for line in source.split("\n") if line.strip().startswith("some_tag") and name in line]
    assert "# pyright: ignore[reportIncompatibleVariableOverride]" in line
