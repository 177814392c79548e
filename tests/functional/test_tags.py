"""Tags of variants: in a union the tag tells which one it is, elsewhere the schema of the variant counts alone."""

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
      /shapes:
        put:
          operationId: putShape
          tags: [shapes]
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Shape"}}}}
          responses: {"204": {description: done}}
      /squares:
        put:
          operationId: putSquare
          tags: [squares]
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Square"}}}}
          responses: {"204": {description: done}}
      /names:
        put:
          operationId: putName
          tags: [names]
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Named"}}}}
          responses: {"204": {description: done}}
    components:
      schemas:
        All:
          type: object
          properties:
            shape: {$ref: "#/components/schemas/Shape"}
            shapes: {type: array, items: {$ref: "#/components/schemas/Shape"}}
            circle: {$ref: "#/components/schemas/Circle"}
            oval: {$ref: "#/components/schemas/Oval"}
            square: {$ref: "#/components/schemas/Square"}
            fixed: {$ref: "#/components/schemas/Fixed"}
            named: {$ref: "#/components/schemas/Named"}
        Shape:
          oneOf:
            - {$ref: "#/components/schemas/Circle"}
            - {$ref: "#/components/schemas/Oval"}
            - {$ref: "#/components/schemas/Square"}
            - {$ref: "#/components/schemas/Fixed"}
            - {$ref: "#/components/schemas/Line"}
          discriminator:
            propertyName: shapeType
            mapping: {round: "#/components/schemas/Circle", oval: Oval, square: Square, fixed: Fixed, line: Line}
        Circle: {type: object, required: [shapeType], properties: {shapeType: {type: string}, radius: {type: number}}}
        Oval: {type: object, properties: {shapeType: {type: [string, "null"]}, radius: {type: number}}}
        Square: {type: object, properties: {width: {type: number}}}
        Fixed: {type: object, required: [shapeType], properties: {shapeType: {enum: [fixed]}, a: {type: number}}}
        Line: {type: object, required: [shapeType], properties: {shapeType: {type: string}, length: {type: number}}}
        Named:
          oneOf: [{$ref: "#/components/schemas/User"}, {$ref: "#/components/schemas/Room"}]
          discriminator: {propertyName: type}
        User: {type: object, properties: {type: {type: string, example: user}, a: {type: integer}}}
        Room: {type: object, properties: {type: {type: string}, b: {type: integer}}}
""")


@pytest.mark.parametrize(
    ("value", "which"),
    [
        ({"shape": {"shapeType": "round", "radius": 1}}, "shape Circle"),
        ({"shape": {"shapeType": "oval", "radius": 1}}, "shape Oval"),
        ({"shape": {"shapeType": "square", "width": 1}}, "shape Square"),
        ({"shapes": [{"shapeType": "line", "length": 1}]}, "shapes[0] Line"),
        ({"shape": {"shapeType": "star", "rays": 5}}, "shape Unknown"),
        ({"circle": {"shapeType": "of any kind", "radius": 1}}, "circle Circle"),
        ({"oval": {"shapeType": "of any kind"}}, "oval Oval"),
        ({"oval": {"shapeType": None}}, "oval Oval"),
        ({"oval": {}}, "oval Oval"),
        ({"square": {"width": 2}}, "square Square"),
        ({"named": {"type": "user", "a": 1}}, "named User"),
        ({"named": {"type": "User", "a": 1}}, "named User"),
        ({"named": {"type": "Room", "b": 1}}, "named Room"),
    ],
)
def test_a_value_is_read_by_the_union_or_by_its_own_schema(drive: Driver, value: Any, which: str) -> None:
    path, kind = which.split()
    then = f"[type(result.{path}).__name__, dump(result)]"
    outcome = drive(f"client.calls.echo({value!r})", respond(value), then=then)
    assert outcome.error is None
    assert outcome.warnings == [] or kind == "Unknown"
    assert outcome.sent.json == value
    assert outcome.value == [kind, value]


def test_a_constant_of_the_document_stays_one(drive: Driver) -> None:
    then = "[issue.path for issue in result.issues]"
    answer = respond({"fixed": {"shapeType": "round"}})
    assert drive("client.with_raw_response.calls.echo({})", answer, then=then).value == ["/fixed/shapeType"]


@pytest.mark.parametrize(
    ("made", "sent"),
    [
        ("models.Circle(radius=1)", {"shapeType": "round", "radius": 1}),
        ("models.Circle(shape_type='mine')", {"shapeType": "mine"}),
        ("models.Oval(radius=1)", {"shapeType": "oval", "radius": 1}),
        ("models.Square(width=1)", {"shapeType": "square", "width": 1}),
        ("models.Line(length=1)", {"shapeType": "line", "length": 1}),
        ("models.Oval(shape_type=None)", {"shapeType": None}),
        ("{'shapeType': 'square', 'width': 1}", {"shapeType": "square", "width": 1}),
        ("{'shape_type': 'round', 'radius': 1}", {"shapeType": "round", "radius": 1}),
    ],
)
def test_the_union_gets_the_tag(drive: Driver, made: str, sent: Any) -> None:
    assert drive(f"client.calls.echo(shape={made})", respond({})).sent.json == {"shape": sent}
    assert drive(f"client.calls.echo(models.All(shape={made}))", respond({})).sent.json == {"shape": sent}
    assert drive(f"client.calls.echo(shapes=[{made}])", respond({})).sent.json == {"shapes": [sent]}
    assert drive(f"client.shapes.put({made})", respond({})).sent.json == sent


def test_nothing_is_sent_that_the_schema_does_not_list(drive: Driver) -> None:
    assert drive("client.squares.put(models.Square(width=1))", respond({})).sent.json == {"width": 1}
    assert drive("client.squares.put(width=1)", respond({})).sent.json == {"width": 1}
    assert drive("client.calls.echo(square=models.Square(width=1))", respond({})).sent.json == {"square": {"width": 1}}


def test_a_variant_is_not_changed_by_the_union_it_is_put_into(drive: Driver) -> None:
    code = "(lambda square: [dump(models.All(shape=square))['shape'], dump(square)])(models.Square(width=1))"
    assert drive.look(code) == [{"shapeType": "square", "width": 1}, {"width": 1}]


def test_types_that_do_not_fit_the_union_are_still_refused(drive: Driver) -> None:
    assert drive.fails("models.All(shape=models.User(a=1))")["type"] == "ValidationError"
    assert drive.fails("models.All(shape={'width': 1})")["type"] == "ValidationError"


DEFAULTS = document("""
    servers: [{url: "https://x.test"}]
    paths:
      /a:
        get:
          responses:
            "200":
              description: ok
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      pet: {$ref: "#/components/schemas/Pet"}
                      event: {$ref: "#/components/schemas/Event"}
    components:
      schemas:
        Pet:
          oneOf:
            - {$ref: "#/components/schemas/Cat"}
            - {$ref: "#/components/schemas/Dog"}
            - {$ref: "#/components/schemas/OtherPet"}
          discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog}, defaultMapping: OtherPet}
        Cat: {type: object, required: [kind], properties: {kind: {const: cat}, lives: {type: integer}}}
        Dog: {type: object, required: [kind], properties: {kind: {type: string}, barks: {type: boolean}}}
        OtherPet: {type: object, properties: {kind: {type: string}, legs: {type: integer}}}
        Event:
          type: object
          properties: {type: {type: string}, at: {type: string}}
          discriminator: {propertyName: type, defaultMapping: "#/components/schemas/Other"}
        Visit: {allOf: [{$ref: "#/components/schemas/Event"}, {type: object, properties: {place: {type: string}}}]}
        Other: {allOf: [{$ref: "#/components/schemas/Event"}, {type: object, properties: {what: {type: string}}}]}
""").replace("3.1.0", "3.2.0", 1)


def test_a_default_takes_what_is_not_mapped(tmp_path: Path) -> None:
    run(
        """
        from pydantic import TypeAdapter
        from shop import models

        pet, event = TypeAdapter(models.Pet), TypeAdapter(models.AnyEvent)
        for value, model in [
            ({"kind": "cat", "lives": 9}, models.Cat),
            ({"kind": "dog", "barks": True}, models.Dog),
            ({"kind": "fish", "legs": 0}, models.OtherPet),
            ({"kind": "OtherPet"}, models.OtherPet),
            ({"legs": 2}, models.OtherPet),
        ]:
            for strict in (True, False):
                assert type(pet.validate_python(value, strict=strict)) is model, value
        for value, model in [
            ({"type": "Visit", "place": "Ulm"}, models.Visit),
            ({"type": "moved", "what": "x"}, models.Other),
            ({"at": "now"}, models.Other),
        ]:
            for strict in (True, False):
                assert type(event.validate_python(value, strict=strict)) is model, value
        assert models.OtherPet(legs=2).model_dump() == {"legs": 2}
        """,
        generate_package(DEFAULTS, tmp_path),
    )


def test_a_mapping_may_name_files(tmp_path: Path) -> None:
    (tmp_path / "dog.yaml").write_text(
        "{type: object, required: [kind], properties: {kind: {type: string}, barks: {type: boolean}}}\n",
        encoding="utf-8", newline="\n",
    )  # fmt: skip
    (tmp_path / "shared.yaml").write_text(
        "Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}\n"
        "Fish: {type: object, properties: {kind: {type: string}, fins: {type: integer}}}\n",
        encoding="utf-8", newline="\n",
    )  # fmt: skip
    spec = document("""
        servers: [{url: "https://x.test"}]
        paths:
          /a:
            get:
              responses:
                "200":
                  description: ok
                  content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
        components:
          schemas:
            Pet:
              oneOf: [{$ref: "./dog.yaml"}, {$ref: "shared.yaml#/Cat"}, {$ref: "shared.yaml#/Fish"}]
              discriminator:
                propertyName: kind
                mapping: {woof: "./dog.yaml", meow: "shared.yaml#/Cat"}
                defaultMapping: "shared.yaml#/Fish"
    """).replace("3.1.0", "3.2.0", 1)
    run(
        """
        from pydantic import TypeAdapter
        from shop import models

        pet = TypeAdapter(models.Pet)
        assert type(pet.validate_python({"kind": "woof", "barks": True}, strict=True)) is models.Dog
        assert type(pet.validate_python({"kind": "meow", "lives": 9}, strict=True)) is models.Cat
        assert type(pet.validate_python({"kind": "anything", "fins": 2}, strict=True)) is models.Fish
        assert models.Dog().model_dump() == {"kind": "woof"}
        """,
        generate_package(spec, tmp_path),
    )


def test_the_documentation_shows_the_tags(tmp_path: Path) -> None:
    pages = generate_package(SPEC, tmp_path).folder / "docs"
    assert '"shapeType": "round"' in (pages / "models" / "Circle.md").read_text(encoding="utf-8")
    assert "filled in: `round`" in (pages / "models" / "Circle.md").read_text(encoding="utf-8")
    assert "filled in" not in (pages / "models" / "Oval.md").read_text(encoding="utf-8")
    assert 'client.names.put({"type": "user"})' in (pages / "names.md").read_text(encoding="utf-8")
