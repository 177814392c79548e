"""Forms of schemas, and the models that come of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from support.driving import Driver, respond
from support.generation import Generated, document, generate_package, run

SPEC = document("""
    paths:
      /echo:
        post:
          operationId: echo
          tags: [calls]
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
    components:
      schemas:
        Timer: {type: object, properties: {by: {type: string, enum: [time]}, hour: {type: integer}}}
        Timed:
          allOf:
            - {$ref: "#/components/schemas/Timer"}
            - {type: object, required: [by], properties: {by: {type: string, enum: [time]}}}
        Manual: {type: object, required: [by], properties: {by: {type: string, enum: [hand]}}}
        All:
          type: object
          properties:
            tree: {$ref: "#/components/schemas/Tree"}
            json: {$ref: "#/components/schemas/Json"}
            dog: {$ref: "#/components/schemas/Dog"}
            puppy: {$ref: "#/components/schemas/Puppy"}
            one: {oneOf: [{$ref: "#/components/schemas/Dog"}]}
            described: {description: Text., allOf: [{$ref: "#/components/schemas/Dog"}]}
            beside: {allOf: [{description: Text.}, {anyOf: [{type: string}, {$ref: "#/components/schemas/Dog"}]}]}
            pet: {$ref: "#/components/schemas/Pet"}
            start: {oneOf: [{$ref: "#/components/schemas/Timed"}, {$ref: "#/components/schemas/Manual"}]}
            nested: {oneOf: [{$ref: "#/components/schemas/Pet"}, {$ref: "#/components/schemas/Robot"}]}
            petOrText: {anyOf: [{$ref: "#/components/schemas/Pet"}, {type: string}]}
            petOrNull: {oneOf: [{$ref: "#/components/schemas/Pet"}, {type: "null"}]}
            shape: {$ref: "#/components/schemas/Shape"}
            untagged: {anyOf: [{$ref: "#/components/schemas/Left"}, {$ref: "#/components/schemas/Right"}]}
            word: {enum: [a, b]}
            number: {type: integer, enum: [1, 2]}
            mixed: {enum: [a, 1, true, null]}
            yes: {type: string, enum: ["yes", "no", "on", "off", "~", "null", "1"]}
            fixed: {const: 7}
            nothing: {type: "null"}
            maybe: {type: [string, "null"]}
            both: {type: [string, integer]}
            day: {type: string, format: date}
            time: {type: string, format: date-time}
            id: {type: string, format: uuid}
            token: {type: string, format: uuid, minLength: 64, maxLength: 64}
            mark: {type: string, format: date-time, allOf: [{type: string, pattern: "^se(-[a-z0-9]+)+$"}]}
            stamp: {type: string, format: date-time, minLength: 25, maxLength: 25}
            either: {type: "null", oneOf: [{type: string}, {type: number}]}
            link: {type: string, format: uri}
            data: {type: string, format: byte}
            free: {type: object}
            anything: {}
            never: {type: array, items: {}}
            map: {type: object, additionalProperties: {type: integer}}
            maps: {type: object, additionalProperties: {type: array, items: {$ref: "#/components/schemas/Dog"}}}
            closed: {$ref: "#/components/schemas/Closed"}
            extra: {$ref: "#/components/schemas/Extra"}
            pattern: {type: string, pattern: "^[a-z]+$"}
            lookahead: {type: string, pattern: "^(?!x).*$"}
            bounded: {type: array, minItems: 1, maxItems: 2, items: {type: integer, minimum: 1, exclusiveMaximum: 10}}
            matrix: {type: array, items: {type: array, items: {type: number, multipleOf: 0.5}}}
            pair: {type: array, prefixItems: [{type: string}, {type: integer}]}
            inline: {type: object, properties: {deep: {type: object, properties: {deeper: {type: string}}}}}
            inlines: {type: array, items: {type: object, properties: {x: {type: integer}}}}
            big: {type: integer, format: int64}
        Tree:
          type: object
          required: [value]
          properties: {value: {}, children: {type: array, items: {$ref: "#/components/schemas/Tree"}}}
        Json:
          anyOf:
            - {type: string}
            - {type: number}
            - {type: array, items: {$ref: "#/components/schemas/Json"}}
            - {type: object, additionalProperties: {$ref: "#/components/schemas/Json"}}
        Animal:
          type: object
          required: [name]
          properties: {name: {type: string}, age: {type: integer}}
        Dog:
          allOf:
            - {$ref: "#/components/schemas/Animal"}
            - {type: object, required: [kind, barks], properties: {kind: {const: dog}, barks: {type: boolean}}}
        Puppy:
          allOf:
            - {$ref: "#/components/schemas/Dog"}
            - {type: object, properties: {age: {type: integer, maximum: 1}, motherName: {type: string}}}
        Cat:
          allOf: [{$ref: "#/components/schemas/Animal"}]
          required: [kind]
          properties: {kind: {type: string, enum: [cat, kitten]}}
        Pet: {oneOf: [{$ref: "#/components/schemas/Dog"}, {$ref: "#/components/schemas/Cat"}]}
        Robot: {type: object, required: [kind], properties: {kind: {const: robot}, serial: {type: integer}}}
        Shape:
          oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Square"}]
          discriminator: {propertyName: shapeType, mapping: {round: "#/components/schemas/Circle", Square: Square}}
        Circle: {type: object, required: [shapeType], properties: {shapeType: {type: string}, radius: {type: number}}}
        Square: {type: object, required: [shapeType], properties: {shapeType: {type: string}, width: {type: number}}}
        Left: {type: object, required: [l], properties: {l: {type: string}}}
        Right: {type: object, required: [r], properties: {r: {type: integer}}}
        Closed: {type: object, additionalProperties: false, properties: {a: {type: integer}}}
        Extra:
          type: object
          additionalProperties: {$ref: "#/components/schemas/Left"}
          properties: {a: {type: integer}}
""")
DOG = {"kind": "dog", "name": "Rex", "barks": True}
CAT = {"kind": "kitten", "name": "Tom"}


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("tree", {"value": None, "children": [{"value": {"a_b": 1}, "children": []}]}, "Tree"),
        ("json", {"a_b": ["x", 1.5, {"c": []}]}, "dict"),
        ("dog", DOG, "Dog"),
        ("puppy", {**DOG, "age": 1, "motherName": "Bella"}, "Puppy"),
        ("one", DOG, "Dog"),
        ("described", DOG, "Dog"),
        ("beside", DOG, "Dog"),
        ("beside", "text", "str"),
        ("pet", DOG, "Dog"),
        ("pet", CAT, "Cat"),
        ("nested", CAT, "Cat"),
        ("nested", {"kind": "robot", "serial": 5}, "Robot"),
        ("pet_or_text", CAT, "Cat"),
        ("pet_or_text", "none", "str"),
        ("pet_or_null", DOG, "Dog"),
        ("pet_or_null", None, "NoneType"),
        ("shape", {"shapeType": "round", "radius": 2.5}, "Circle"),
        ("shape", {"shapeType": "Square", "width": 2.5}, "Square"),
        ("untagged", {"l": "x"}, "Left"),
        ("untagged", {"r": 1}, "Right"),
        ("word", "a", "str"),
        ("number", 2, "int"),
        ("mixed", "a", "str"),
        ("mixed", 1, "int"),
        ("mixed", True, "bool"),
        ("mixed", None, "NoneType"),
        *(("yes", word, "str") for word in ("yes", "no", "on", "off", "~", "null", "1")),
        ("fixed", 7, "int"),
        ("nothing", None, "NoneType"),
        ("maybe", None, "NoneType"),
        ("both", "x", "str"),
        ("both", 3, "int"),
        ("day", "2026-01-02", "date"),
        ("id", "01234567-89ab-cdef-0123-456789abcdef", "UUID"),
        ("token", "0" * 64, "str"),
        ("mark", "se-1-a", "str"),
        ("stamp", "2024-02-29T23:59:59+00:00", "datetime"),
        ("either", "x", "str"),
        ("either", 1.5, "float"),
        ("either", None, "NoneType"),
        ("link", "https://x.example/a%20b", "str"),
        ("data", "AAE=", "bytes"),
        ("free", {"a_b": {"c": None}}, "dict"),
        ("anything", [1, None], "list"),
        ("map", {"a_b": 1}, "dict"),
        ("maps", {"a_b": [DOG]}, "dict"),
        ("closed", {"a": 1}, "Closed"),
        ("extra", {"a": 1, "b": {"l": "x"}}, "Extra"),
        ("pattern", "abc", "str"),
        ("lookahead", "abc", "str"),
        ("bounded", [1, 9], "list"),
        ("matrix", [[0.5, 1.0], []], "list"),
        ("inline", {"deep": {"deeper": "x"}}, "AllInline"),
        ("inlines", [{"x": 1}], "list"),
        ("big", 2**60, "int"),
    ],
)
def test_what_comes_is_typed_and_goes_back_unchanged(drive: Driver, name: str, value: Any, kind: str) -> None:
    wire = {"pet_or_text": "petOrText", "pet_or_null": "petOrNull"}.get(name, name)
    then = f"[type(result.{name if name != 'json' else 'json_'}).__name__, dump(result)]"
    outcome = drive(f"client.calls.echo({ {wire: value}!r})", respond({wire: value}), then=then)
    assert outcome.error is None
    assert outcome.sent.json == {wire: value}
    assert outcome.value[1] == {wire: value}
    assert outcome.value[0].replace("DateTime", "datetime").replace("Date", "date") == kind
    assert outcome.warnings == []


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ({"dog": {"kind": "dog", "barks": True}}, "/dog/name"),
        ({"puppy": {**DOG, "age": 2}}, "/puppy/age"),
        ({"pet": {"kind": "cat"}}, "/pet/name"),
        ({"number": 3}, "/number"),
        ({"mixed": 2}, "/mixed"),
        ({"yes": True}, "/yes"),
        ({"fixed": 8}, "/fixed"),
        ({"maybe": 1}, "/maybe"),
        ({"day": "2026-13-02"}, "/day"),
        ({"map": {"a": "x"}}, "/map/a"),
        ({"closed": {"a": "x"}}, "/closed/a"),
        ({"pattern": "ABC"}, "/pattern"),
        ({"bounded": [1, 10]}, "/bounded/1"),
        ({"bounded": []}, "/bounded"),
        ({"matrix": [[0.3]]}, "/matrix/0/0"),
        ({"tree": {}}, "/tree/value"),
        ({"inline": {"deep": {"deeper": 1}}}, "/inline/deep/deeper"),
    ],
)
def test_what_does_not_fit_is_told(drive: Driver, value: Any, path: str) -> None:
    then = "[[issue.path for issue in result.issues], dump(result.parse())]"
    outcome = drive("client.with_raw_response.calls.echo({})", respond(value), then=then)
    assert outcome.value == [[path], value]


def test_properties_beyond_the_fields_are_typed(drive: Driver) -> None:
    outcome = drive("client.calls.echo({})", respond({"extra": {"b": {"l": "x"}}}), then="result.extra.b.l")
    assert outcome.value == "x"
    raw = drive("client.with_raw_response.calls.echo({})", respond({"extra": {"b": {}}}), then="result.issues[0].path")
    assert raw.value == "/extra/b/l"
    assert drive.look("dump(models.Extra(a=1, b=models.Left(l='x')))") == {"a": 1, "b": {"l": "x"}}


def test_inheritance(drive: Driver) -> None:
    assert drive.look("[models.Dog.__mro__[1].__name__, models.Puppy.__mro__[1].__name__]") == ["Animal", "Dog"]
    assert drive.look("models.Puppy(name='x', barks=True, mother_name='y').kind") == "dog"


def test_tags_are_filled_in(drive: Driver) -> None:
    assert drive.look("dump(models.Dog(name='x', barks=True))") == {"kind": "dog", "name": "x", "barks": True}
    assert drive.look("dump(models.Circle(radius=1))") == {"shapeType": "round", "radius": 1}


def test_constructors_check_what_they_are_given(drive: Driver) -> None:
    assert "barks" in drive.fails("models.Dog(name='x')")["message"]
    assert drive.fails("models.All(bounded=[1, 2, 3])")["type"] == "ValidationError"
    assert drive.fails("models.All(dog={'kind': 'cat'})")["type"] == "ValidationError"


def test_unknown_variants_can_be_sent(drive: Driver) -> None:
    call = "client.calls.echo(pet=package.Unknown({'kind': 'fish', 'finCount': 2}))"
    assert drive(call, respond({})).sent.json == {"pet": {"kind": "fish", "finCount": 2}}
    assert drive("client.calls.echo({'pet': {'kind': 'fish'}})", respond({})).sent.json == {"pet": {"kind": "fish"}}


THREE_OH = """
openapi: 3.0.3
info: {title: Shop, version: "1"}
servers: [{url: "http://127.0.0.1:9"}]
paths:
  /x:
    post:
      operationId: post_x
      tags: [x]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/X"}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/X"}}}}}
components:
  schemas:
    X:
      type: object
      required: [a]
      properties:
        a: {type: string, nullable: true}
        b: {type: string, enum: [x, null], nullable: true}
        c: {type: integer, minimum: 0, exclusiveMinimum: true}
        d: {nullable: true, allOf: [{$ref: "#/components/schemas/Y"}]}
        e: {type: string, format: binary}
        f: {$ref: "#/components/schemas/Holder"}
    Y: {type: object, properties: {z: {type: integer}}}
    Nullable: {type: object, nullable: true, properties: {z: {type: integer}}}
    Wrapped: {description: What it is here., allOf: [{$ref: "#/components/schemas/Nullable"}]}
    Both: {allOf: [{$ref: "#/components/schemas/Nullable"}, {$ref: "#/components/schemas/Y"}]}
    Holder:
      type: object
      required: [wrapped, both]
      properties: {wrapped: {$ref: "#/components/schemas/Wrapped"}, both: {$ref: "#/components/schemas/Both"}}
"""


def test_nullable_of_3_0(tmp_path: Any) -> None:
    generated = generate_package(THREE_OH, tmp_path)
    with Driver(generated) as drive:
        for body in (
            {"a": None},
            {"a": "", "b": None},
            {"a": "x", "b": "x", "c": 1, "d": {"z": 1}},
            {"a": None, "d": None},
            {"a": None, "f": {"wrapped": None, "both": {"z": 1}}},
        ):
            outcome = drive(f"client.x.create({body!r})", respond(body))
            assert (outcome.error, outcome.warnings) == (None, [])
            assert (outcome.value, outcome.sent.json) == (body, body)
        assert drive("client.x.create({})", respond({"a": "x", "c": 0})).warnings
        # Null has to fit all parts of an `allOf`.
        assert drive("client.x.create({})", respond({"a": "x", "f": {"wrapped": None, "both": None}})).warnings


REQUIRED = document("""
    paths:
      /x:
        get:
          operationId: getX
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Derived"}}}}
    components:
      schemas:
        Base: {type: object, properties: {id: {type: string}, size: {type: integer}}}
        Derived:
          allOf: [{$ref: "#/components/schemas/Base"}]
          required: [id]
          properties: {kind: {type: string}}
""")


def test_what_a_base_describes_keeps_its_name_where_it_becomes_required(tmp_path: Path) -> None:
    code = """
        from shop.models import Derived

        print(Derived(id="1", kind="x").model_dump_json(), [*Derived.model_fields])
    """
    expected = """{"id":"1","kind":"x"} ['id', 'size', 'kind']\n"""
    assert run(code, generate_package(REQUIRED, tmp_path)) == expected


def test_models_import_without_building(shop: Generated) -> None:
    """Nothing is validated or built on import; a model that is never used costs no schema."""
    code = """
        import shop
        assert "shop.models" not in __import__("sys").modules
        from shop import models
        assert not models.Tree.__pydantic_complete__
        assert models.Tree(value=1).value == 1
    """
    run(code, shop)


def test_a_recursive_alias_is_read_leniently(tmp_path: Path) -> None:
    spec = document("""
        servers: [{url: "https://x.test"}]
        paths:
          /a:
            get:
              responses:
                "200":
                  description: ok
                  content: {application/json: {schema: {$ref: "#/components/schemas/Holder"}}}
        components:
          schemas:
            Nested: {oneOf: [{type: integer}, {type: array, items: {$ref: "#/components/schemas/Nested"}}]}
            Holder:
              type: object
              properties: {field: {$ref: "#/components/schemas/Nested"}, name: {type: string}}
    """)
    generated = generate_package(spec, tmp_path)
    run(
        """
        from shop import models
        from shop._core.leniency import read_leniently

        for body in ({"field": [1, [2]], "name": 5}, {"field": "x"}, {"field": [1, ["x"]]}):
            value, issues = read_leniently(models.Holder, body)
            assert value.model_dump(mode="json") == body and issues, body
        assert read_leniently(models.Holder, {"field": [1, [2]], "name": 5})[0].field == [1, [2]]
        """,
        generated,
    )


AWKWARD = document("""
    servers: [{url: "http://127.0.0.1:9"}]
    paths:
      /echo:
        post:
          operationId: echo
          tags: [calls]
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Awkward"}}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Awkward"}}}}
    components:
      schemas:
        Awkward:
          type: object
          properties:
            kinds: {type: [string, integer, boolean, "null", array, object]}
            numbers: {type: [array, "null"], items: {type: integer}}
            both: {allOf: [{$ref: "#/components/schemas/Letters"}, {enum: [b, c, d]}]}
            letters: {allOf: [{$ref: "#/components/schemas/Letters"}, {type: string}], description: The same.}
            short: {allOf: [{type: string, minLength: 1}, {type: string, maxLength: 2}]}
            few: {allOf: [{type: array, items: {type: integer}}, {maxItems: 2}]}
            level: {type: integer, enum: [2], allOf: [{$ref: "#/components/schemas/Levels"}], format: int32}
            rank: {oneOf: [{type: "null"}, {enum: [1, 2], allOf: [{$ref: "#/components/schemas/Levels"}]}]}
            mixed: {enum: [0, false, 1, true, "0", {a: 1}, [2], null]}
            twice: {type: string, enum: [a, a, b]}
            empty: {type: string, enum: []}
            words: {type: string, enum: ["", class, None, "a b"]}
            unquoted: {type: string, enum: [1, 2]}
            quoted: {type: [integer, "null"], enum: ["1", "2", null]}
            closedPair: {type: array, prefixItems: [{type: string}, {type: integer}], minItems: 2, items: false}
            ids: {type: object, properties: {_id: {type: integer}, id: {type: string}}}
            named:
              oneOf: [{$ref: "#/components/schemas/User"}, {$ref: "#/components/schemas/Room"}]
              discriminator: {propertyName: t}
            user: {$ref: "#/components/schemas/User"}
            slashes: {type: string, pattern: "/^[a-z]+$/i"}
            sets: {type: string, pattern: "^[a&&b]+$"}
            brackets: {type: string, pattern: "^[^\\\\<]+\\\\<$"}
            fraction: {type: number, multipleOf: 0.01}
            nothing: false
            none: {$ref: "#/components/schemas/Nothing"}
            everything: true
            unlisted: {$ref: "#/components/schemas/Unlisted"}
            optional: {$ref: "#/components/schemas/Optional"}
            beside: {$ref: "#/components/schemas/Beside"}
            shared: {oneOf: [{$ref: "#/components/schemas/Early"}, {$ref: "#/components/schemas/Late"}]}
        Nothing: {type: "null"}
        Letters: {type: string, enum: [a, b, c]}
        User: {type: object, required: [t], properties: {t: {type: string, examples: [user]}, a: {type: integer}}}
        Room: {type: object, required: [t], properties: {t: {type: string}, a: {type: integer}}}
        Levels: {type: integer, oneOf: [{title: LOW, const: 1}, {title: MIDDLE, const: 2}, {title: HIGH, const: 3}]}
        Unlisted:
          oneOf: [{$ref: "#/components/schemas/Left"}, {$ref: "#/components/schemas/Right"}]
          discriminator: {propertyName: side}
        Left: {type: object, required: [l], properties: {l: {type: string}}}
        Right: {type: object, required: [r], properties: {r: {type: integer}}}
        Optional:
          oneOf: [{$ref: "#/components/schemas/Up"}, {$ref: "#/components/schemas/Down"}]
          discriminator: {propertyName: way}
        Up: {type: object, properties: {way: {const: up}, height: {type: integer}}}
        Down: {type: object, properties: {way: {const: down}, depth: {type: integer}}}
        Beside: {allOf: [{$ref: "#/components/schemas/Optional"}, {type: object, properties: {z: {type: integer}}}]}
        Early: {type: object, required: [t], properties: {t: {enum: [x, y]}, a: {type: integer}}}
        Late: {type: object, required: [t], properties: {t: {enum: [y, z]}, b: {type: integer}}}
""")


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with Driver(generate_package(AWKWARD, tmp_path_factory.mktemp("awkward"), lenient=True)) as driver:
        yield driver


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        *(("kinds", value, type(value).__name__) for value in ("x", 1, True, None, [1], {"a": 1})),
        ("numbers", None, "NoneType"),
        ("numbers", [1], "list"),
        ("both", "b", "str"),
        ("letters", "a", "str"),
        ("short", "ab", "str"),
        ("few", [1, 2], "list"),
        ("level", 2, "int"),
        ("rank", 1, "int"),
        ("rank", None, "NoneType"),
        *(("mixed", value, type(value).__name__) for value in (0, False, 1, True, "0", {"a": 1}, [2], None)),
        ("twice", "a", "str"),
        ("empty", "anything", "str"),
        *(("words", value, "str") for value in ("", "class", "None", "a b")),
        ("unquoted", "1", "str"),
        ("unquoted", 2, "int"),
        ("quoted", 1, "int"),
        ("quoted", "2", "str"),
        ("closedPair", ["a", 1], "tuple"),
        ("ids", {"_id": 1, "id": "a"}, "AwkwardIds"),
        ("named", {"t": "user", "a": 1}, "User"),
        ("named", {"t": "Room", "a": 1}, "Room"),
        ("user", {"t": "anything"}, "User"),
        ("slashes", "abc", "str"),
        ("sets", "a&b", "str"),
        ("brackets", "x<", "str"),
        ("fraction", 0.07, "float"),
        ("none", None, "NoneType"),
        ("everything", {"a": [None]}, "dict"),
        ("unlisted", {"l": "x"}, "Left"),
        ("unlisted", {"r": 1}, "Right"),
        ("unlisted", {"l": "x", "side": "Left"}, "Left"),
        ("optional", {"depth": 1}, "Down"),
        ("optional", {"way": "up", "height": 1}, "Up"),
        ("beside", {"way": "down", "depth": 1, "z": 2}, "BesideDown"),
        ("shared", {"t": "y", "a": 1}, "Early"),
        ("shared", {"t": "y", "b": 1}, "Late"),
        ("shared", {"t": "z"}, "Late"),
    ],
)
def test_awkward_schemas_take_what_fits_them(awkward: Driver, name: str, value: Any, kind: str) -> None:
    attribute = name.replace("P", "_p")
    then = f"[type(result.{attribute}).__name__, dump(result)]"
    outcome = awkward("client.calls.echo({})", respond({name: value}), then=then)
    assert (outcome.error, outcome.warnings) == (None, [])
    assert outcome.value == [kind, {name: value}]
    assert awkward(f"client.calls.echo({attribute}={value!r})", respond({})).sent.json == {name: value}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("unquoted", "3"),
        ("closedPair", ["a"]),
        ("named", {"t": "Usher"}),
        ("both", "a"),
        ("short", "abc"),
        ("few", [1, 2, 3]),
        ("level", 1),
        ("rank", 3),
        ("unlisted", {"x": 1}),
        ("optional", {"way": "left"}),
    ],
)
def test_awkward_schemas_tell_what_does_not_fit(awkward: Driver, name: str, value: Any) -> None:
    outcome = awkward("client.calls.echo({})", respond({name: value}), then="dump(result)")
    assert outcome.value == {name: value}
    assert outcome.warnings


def test_tags_that_no_variant_requires_are_sent(awkward: Driver) -> None:
    assert awkward.look("dump(models.Left(l='x'))") == {"l": "x", "side": "Left"}
    assert awkward.look("dump(models.Up(height=1))") == {"way": "up", "height": 1}


def test_a_name_as_in_python_stays_with_its_property(awkward: Driver) -> None:
    assert awkward.look("dump(models.AwkwardIds(id='a', id_2=1))") == {"id": "a", "_id": 1}


def test_members_of_a_union_keep_their_names_beside_an_all_of(awkward: Driver) -> None:
    names = "sorted(name for name in dir(models) if name.startswith(('Up', 'Down', 'Beside')))"
    assert awkward.look(names) == ["Beside", "BesideDown", "BesideItem", "BesideUp", "Down", "Up"]


def test_unions_that_contain_themselves_are_what_they_come_to(tmp_path: Path) -> None:
    spec = document("""
        paths: {}
        components:
          schemas:
            Alone: {oneOf: [{$ref: "#/components/schemas/Alone"}, {type: string}]}
            Left: {anyOf: [{$ref: "#/components/schemas/Right"}, {type: string}]}
            Right: {anyOf: [{$ref: "#/components/schemas/Left"}, {type: integer}]}
            Nothing: {anyOf: [{$ref: "#/components/schemas/Nothing"}]}
            Base: {discriminator: {propertyName: kind}, allOf: [{$ref: "#/components/schemas/Either"}]}
            Either: {oneOf: [{$ref: "#/components/schemas/Base"}], allOf: [{$ref: "#/components/schemas/Base"}]}
    """)
    code = """
        from pydantic import TypeAdapter
        from shop import models
        for name in models.__all__ if hasattr(models, "__all__") else dir(models):
            if name[0].isupper() and name != "TYPE_CHECKING":
                TypeAdapter(getattr(models, name)).rebuild()
        print(models.Alone, models.Left, models.Right, models.Nothing)
    """
    assert run(code, generate_package(spec, tmp_path)) == "<class 'str'> str | int int | str typing.Any\n"


def test_a_tuple_of_very_many_items_is_a_list(tmp_path: Path) -> None:
    spec = document("""
        paths: {}
        components:
          schemas:
            Long: {type: array, prefixItems: [{}], items: {type: string}, minItems: 9000000, maxItems: 9000000}
    """)
    generated = generate_package(spec, tmp_path)
    assert "list[" in generated.source("models/other")
    assert "tuple[" not in generated.source("models/other")
