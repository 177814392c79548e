from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
import warnings
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from clientsmith.runtime import Date, DateTime, Discriminated, Model, Open, Unknown, constant
from runtime.sample import Assistant, AzureVoice, CartesiaVoice, CreateAssistant, Voice

MOMENT = "2024-01-01T00:00:00.000Z"


def test_the_constructor_fills_in_constants_and_sends_them():
    voice = AzureVoice(voice_id="andrew")
    assert voice.provider == "azure"
    assert voice.model_dump() == {"provider": "azure", "voiceId": "andrew"}


def test_a_response_without_a_constant_is_a_mismatch():
    with pytest.raises(ValidationError, match="provider"):
        AzureVoice.model_validate_json('{"voiceId": "andrew"}')
    with pytest.raises(ValidationError, match="voice"):
        Assistant.model_validate({"id": "1", "createdAt": MOMENT, "voice": {"voiceId": "andrew"}})


def test_a_constant_cannot_be_given_another_value():
    with pytest.raises(ValidationError):
        AzureVoice(provider="cartesia", voice_id="andrew")  # type: ignore[arg-type]


def test_a_constant_with_an_alias():
    class Message(Model):
        kind: Annotated[Literal["m"], Field(alias="messageType")] = constant("m")

    assert Message().model_dump() == {"messageType": "m"}
    assert Message.model_validate({"messageType": "m"}).kind == "m"


def test_models_serialise_what_was_set_nested_too():
    body = CreateAssistant(first_message=None, voice=CartesiaVoice(), voices=[AzureVoice(voice_id="x", speed=None)])
    expected = {
        "firstMessage": None,
        "voice": {"provider": "cartesia"},
        "voices": [{"provider": "azure", "voiceId": "x", "speed": None}],
    }
    assert body.model_dump() == expected
    assert json.loads(body.model_dump_json()) == expected
    assert body.model_dump(by_alias=False)["voices"][0]["voice_id"] == "x"
    assert body.model_dump(exclude={"voice"}) == {key: expected[key] for key in ("firstMessage", "voices")}


def test_models_inside_of_other_models_serialise_the_same():
    class Own(BaseModel):
        voice: AzureVoice
        voices: list[CartesiaVoice]

    own = Own(voice=AzureVoice(voice_id="x"), voices=[CartesiaVoice()])
    assert own.model_dump() == {"voice": {"provider": "azure", "voiceId": "x"}, "voices": [{"provider": "cartesia"}]}


class Choice(Model):
    to: int = 0
    from_: Annotated[OptionSet | None, Field(alias="from")] = None


class OptionSet(Model):
    choice: Choice | None = None


class Background(Model):
    ideals: Choice | None = None


def test_models_in_a_circle_leave_out_what_was_not_set_under_another_name():
    background = TypeAdapter(Background).validate_json('{"ideals": {"to": 1}}')
    assert background.model_dump_json() == '{"ideals":{"to":1}}'


def test_assignment_counts_as_set():
    body = CreateAssistant()
    body.name = "x"
    assert body.model_dump() == {"name": "x"}


def test_repr_shows_what_was_set():
    assert repr(CreateAssistant()) == "CreateAssistant()"
    body = CreateAssistant(first_message=None, voice=AzureVoice(voice_id="x"))
    assert repr(body) == "CreateAssistant(first_message=None, voice=AzureVoice(provider='azure', voice_id='x'))"
    body.name = "n"
    assert str(body) == "name='n' first_message=None voice=AzureVoice(provider='azure', voice_id='x')"


def test_repr_shows_unknown_fields():
    assert repr(CreateAssistant.model_validate({"name": "n", "new": [1]})) == "CreateAssistant(name='n', new=[1])"
    received = CreateAssistant.model_validate_json('{"first_message": "x"}', by_alias=True, by_name=False)
    assert repr(received) == "CreateAssistant(first_message='x')"


def test_repr_of_half_built_and_circular_models():
    assert repr(CreateAssistant.__new__(CreateAssistant)) == "CreateAssistant()"
    assistant = Assistant.model_validate({"id": "1", "createdAt": MOMENT})
    assistant.parent = assistant
    assert "parent='<Recursion on Assistant" in repr(assistant)


def test_unknown_fields_are_kept():
    voice = AzureVoice.model_validate({"provider": "azure", "voiceId": "x", "new": [1]})
    assert voice.new == [1]  # type: ignore[attr-defined]
    assert voice.model_dump() == {"provider": "azure", "voiceId": "x", "new": [1]}


def test_open_values_accept_others_from_a_caller_but_not_from_a_response():
    assert AzureVoice(voice_id="emma").model_dump_json() == '{"provider":"azure","voiceId":"emma"}'
    with pytest.raises(ValidationError):
        AzureVoice.model_validate_json('{"provider":"azure","voiceId":"emma"}', strict=True)
    with pytest.raises(ValidationError):
        AzureVoice(voice_id=5)  # type: ignore[arg-type]


# --- discriminated unions


def test_a_bad_field_of_a_known_variant_gives_one_error_about_that_variant():
    for validate in (
        lambda: Assistant.model_validate({"id": "1", "createdAt": MOMENT, "voice": {"provider": "azure"}}),
        lambda: Assistant.model_validate_json(
            json.dumps({"id": "1", "createdAt": MOMENT, "voice": {"provider": "azure"}}), strict=True
        ),
    ):
        with pytest.raises(ValidationError) as caught:
            validate()
        assert [error["loc"] for error in caught.value.errors()] == [("voice", "azure", "voiceId")]


def test_a_caller_may_send_a_variant_that_the_document_does_not_know():
    body = CreateAssistant(voice=Unknown({"provider": "new", "x": 1}))
    assert isinstance(body.voice, Unknown)
    assert body.voice.tag == "new"
    assert body.model_dump_json() == '{"voice":{"provider":"new","x":1}}'
    assert body.model_dump() == {"voice": {"provider": "new", "x": 1}}
    assert CreateAssistant.model_validate_json(body.model_dump_json()) == body


def test_unknown_has_value_semantics():
    unknown = Unknown({"provider": "new"}, tag="new")
    assert unknown == Unknown({"provider": "new"})
    assert unknown != Unknown({"provider": "other"})
    assert repr(unknown) == "Unknown({'provider': 'new'}, tag='new')"
    for again in (copy.deepcopy(unknown), pickle.loads(pickle.dumps(unknown))):
        assert (again, again.tag) == (unknown, "new")


def test_a_missing_tag_is_no_variant():
    with pytest.raises(ValidationError):
        CreateAssistant(voice={"voice_id": "x"})  # type: ignore[arg-type]


class Cat(Model):
    kind: Annotated[Literal["cat", "kitten"], Field(alias="petKind")]


class Dog(Model):
    pet_kind: Annotated[str, Field(alias="petKind")]
    owner: Pet | None = None


class Fish(Model):
    pet_kind: Annotated[Literal["fish"], Field(alias="petKind")] = constant("fish")


Land = Annotated[Cat | Dog, Discriminated("petKind", {"dog": "Dog", "wolf": "Dog"})]
Pet = Annotated[Land | Fish | Unknown, Discriminated("petKind")]


@pytest.mark.parametrize(
    ("tag", "model"), [("cat", Cat), ("kitten", Cat), ("dog", Dog), ("wolf", Dog), ("fish", Fish), ("bird", Unknown)]
)
def test_tags_from_literals_mappings_aliases_and_nested_unions(tag, model):
    pet: Any = TypeAdapter[Any](Pet).validate_json(json.dumps({"petKind": tag}))
    assert type(pet) is model


class Stray(Model):
    paws: int


Strays = Annotated[
    Annotated[Stray | Cat, Discriminated("petKind", {"stray": "Stray"})] | Fish, Discriminated("petKind")
]


def test_a_member_that_does_not_list_the_property_gets_its_tag_from_the_union():
    strays = TypeAdapter[Any](list[Strays])
    given = Stray(paws=4)
    (taken,) = strays.validate_python([given])
    assert type(taken) is Stray
    assert taken.model_dump() == {"petKind": "stray", "paws": 4}
    assert given.model_dump() == {"paws": 4}
    assert strays.dump_python(strays.validate_json(strays.dump_json([taken]), strict=True)) == [taken.model_dump()]


def test_python_names_of_the_property_choose_the_variant_for_a_caller():
    dog = Dog.model_validate({"petKind": "dog", "owner": {"kind": "kitten"}})
    assert isinstance(dog.owner, Cat)


def test_unions_that_contain_themselves():
    pet: Any = TypeAdapter[Any](list[Pet]).validate_json(
        '[{"petKind":"dog","owner":{"petKind":"wolf","owner":{"petKind":"fish"}}}]', strict=True
    )
    assert isinstance(pet[0].owner.owner, Fish)


def test_a_member_without_tags_answers_to_its_name():
    class Plain(Model):
        kind: str

    annotation = Annotated[Plain | Fish, Discriminated("kind")]
    plain: Any = TypeAdapter[Any](annotation).validate_json('{"kind":"Plain"}', strict=True)
    assert isinstance(plain, Plain)


def test_discriminated_has_value_semantics():
    assert Discriminated("a", {"x": "X"}) == Discriminated("a", {"x": "X"}) != Discriminated("a")
    assert hash(Discriminated("a", {"x": "X"})) == hash(Discriminated("a", {"x": "X"}))
    assert repr(Discriminated("a", {"x": "X"})) == "Discriminated('a', {'x': 'X'})"
    assert Open[Literal["a"], str] == Open[Literal["a"], str]


# --- date-times

TEXTS = st.builds(
    lambda moment, digits, separator, zone: (
        moment.strftime("%Y-%m-%d").rjust(10, "0")
        + separator
        + moment.strftime("%H:%M:%S")
        + (f".{moment.microsecond:06d}"[: digits + 1] if digits else "")
        + zone
    ),
    st.datetimes(min_value=dt.datetime(1000, 1, 1)),  # noqa: DTZ001
    st.integers(0, 6),
    st.sampled_from(["T", " ", "t"]),
    st.sampled_from(["Z", "z", "+00:00", "-00:00", "+05:30", "-11:00", ""]),
)
ADAPTER = TypeAdapter[dt.datetime](DateTime)


@given(TEXTS)
def test_a_date_time_keeps_its_text(text):
    value = ADAPTER.validate_json(json.dumps(text), strict=True)
    assert isinstance(value, dt.datetime)
    assert ADAPTER.dump_json(value) == json.dumps(text).encode()
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert again == value
        assert ADAPTER.dump_json(again) == json.dumps(text).encode()


@given(TEXTS)
def test_a_date_time_is_a_date_time(text):
    value = ADAPTER.validate_json(json.dumps(text), strict=True)
    plain = dt.datetime.fromisoformat(text.upper())
    assert value == plain
    assert hash(value) == hash(plain)
    assert value - plain == dt.timedelta(0)
    assert value.isoformat() == plain.isoformat()


@pytest.mark.parametrize(
    "wrong", ['"yesterday"', '"2024-01-01"', '""', "5", "null", '"2024-13-01T00:00:00Z"', '"20240101T000000"', "true"]
)
def test_what_is_no_date_time(wrong):
    with pytest.raises(ValidationError, match="valid date-time"):
        ADAPTER.validate_json(wrong, strict=True)


def test_date_times_of_a_caller_are_written_as_rfc_3339():
    utc = dt.datetime(2024, 1, 1, 12, 0, 0, 500_000, tzinfo=dt.UTC)
    assert ADAPTER.dump_json(utc) == b'"2024-01-01T12:00:00.500000Z"'
    zone = dt.timezone(dt.timedelta(hours=-3))
    assert ADAPTER.dump_json(utc.astimezone(zone)) == b'"2024-01-01T09:00:00.500000-03:00"'
    assert ADAPTER.dump_json(dt.datetime(2024, 1, 1)) == b'"2024-01-01T00:00:00"'  # noqa: DTZ001


def test_a_computed_date_time_does_not_keep_the_old_text():
    value = ADAPTER.validate_json('"2024-01-01T00:00:00.000Z"')
    assert ADAPTER.dump_json(value + dt.timedelta(days=1)) == b'"2024-01-02T00:00:00Z"'
    assert ADAPTER.dump_json(value.replace(year=2025)) == b'"2025-01-01T00:00:00Z"'


def test_date_times_have_a_json_schema():
    assert ADAPTER.json_schema() == {"type": "string", "format": "date-time"}


def test_serialising_warns_about_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        CreateAssistant(voice=Unknown({"provider": "q"}), voices=[AzureVoice(voice_id="emma")]).model_dump_json()
        TypeAdapter[Any](Voice).dump_json(Unknown({"provider": "q"}))


def test_a_date_keeps_to_its_format():
    class Born(Model):
        day: Date

    born = Born.model_validate_json('{"day": "2020-02-29"}', strict=True)
    assert born.day == dt.date(2020, 2, 29)
    assert Born(day=dt.date(2020, 2, 29)).model_dump_json() == '{"day":"2020-02-29"}'
    for wrong in ("20200229", "2020-02-30", 737484, dt.datetime(2020, 2, 29, tzinfo=dt.UTC)):
        with pytest.raises(ValidationError, match="valid date"):
            Born.model_validate({"day": wrong})


def test_a_member_of_a_union_is_built_when_its_first_value_comes():
    class Used(Model):
        kind: Literal["used"] = constant("used")
        day: Date

    class Unused(Model):
        kind: Literal["unused"] = constant("unused")

    adapter = TypeAdapter(Annotated[Used | Unused | Unknown, Discriminated("kind")])
    used = adapter.validate_json('{"kind": "used", "day": "2020-02-29"}', strict=True)
    assert used == Used(day=dt.date(2020, 2, 29))
    assert Used.__pydantic_complete__
    assert not Unused.__pydantic_complete__
    with pytest.raises(ValidationError) as caught:
        adapter.validate_json('{"kind": "used", "day": "soon"}', strict=True)
    assert [error["loc"] for error in caught.value.errors()] == [("used", "day")]


class Vehicle(Model):
    kind: str
    wheels: int | None = None


class Car(Vehicle):
    kind: Literal["car"] = constant("car")  # pyright: ignore[reportIncompatibleVariableOverride]
    doors: int | None = None


class Tram(Vehicle):
    lines: list[str] | None = None


AnyVehicle = Annotated[Car | Tram | Vehicle, Discriminated("kind", {"tram": "Tram"}, fallback="Vehicle")]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"kind": "car", "doors": 3}, Car),
        ({"kind": "tram", "lines": ["1"]}, Tram),
        ({"kind": "boat", "doors": 1}, Vehicle),
    ],
)
def test_a_fallback_takes_the_tags_that_no_member_has(value: dict[str, Any], kind: type[Model]) -> None:
    adapter: TypeAdapter[Vehicle] = TypeAdapter(AnyVehicle)
    given, received = adapter.validate_python(value), adapter.validate_json(json.dumps(value), strict=True)
    assert type(given) is type(received) is kind
    assert adapter.dump_python(received) == value
    assert adapter.validate_python(given) is given


@pytest.mark.parametrize("value", [{"kind": "car", "doors": "x"}, {"doors": 1}, {"kind": 1}, 5, None])
def test_a_fallback_takes_nothing_that_does_not_fit(value: Any) -> None:
    adapter: TypeAdapter[Vehicle] = TypeAdapter(AnyVehicle)
    with pytest.raises(ValidationError):
        adapter.validate_python(value)
    with pytest.raises(ValidationError):
        adapter.validate_json(json.dumps(value), strict=True)


def test_the_fallback_is_part_of_what_tells_members_apart() -> None:
    one, other = Discriminated("a", fallback="B"), Discriminated("a")
    assert one == Discriminated("a", fallback="B") != other
    assert hash(one) == hash(Discriminated("a", fallback="B"))
    assert repr(one) == "Discriminated('a', fallback='B')"
