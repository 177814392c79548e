"""UUIDs, times, decimals and bytes: Python values that go back as the text that came."""

from __future__ import annotations

import base64
import copy
import datetime as dt
import pickle
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from clientsmith.runtime import Base64Bytes, DecimalText, TimeOfDay, Uuid
from clientsmith.runtime.jsonable import plain
from clientsmith.runtime.scalars import text_of

ADAPTERS: dict[str, TypeAdapter[Any]] = {
    kind.__name__: TypeAdapter(kind) for kind in (Uuid, TimeOfDay, DecimalText, Base64Bytes)
}
CANONICAL = "0fe0ac22-6b3a-4b6c-9b8e-0d2a3e1c7a01"


def received(kind: str, text: str) -> Any:
    """Read a JSON string as a response does."""
    return ADAPTERS[kind].validate_json(f'"{text}"', strict=True)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("Uuid", CANONICAL, UUID(CANONICAL)),
        ("Uuid", CANONICAL.upper(), UUID(CANONICAL)),
        ("Uuid", f"{{{CANONICAL}}}", UUID(CANONICAL)),
        ("Uuid", CANONICAL.replace("-", ""), UUID(CANONICAL)),
        ("Uuid", f"urn:uuid:{CANONICAL}", UUID(CANONICAL)),
        ("TimeOfDay", "08:30:00", dt.time(8, 30)),
        ("TimeOfDay", "08:30", dt.time(8, 30)),
        ("TimeOfDay", "08:30:00Z", dt.time(8, 30, tzinfo=dt.UTC)),
        ("TimeOfDay", "08:30:00.120z", dt.time(8, 30, 0, 120_000, tzinfo=dt.UTC)),
        ("TimeOfDay", "08:30:00+02:00", dt.time(8, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))),
        ("DecimalText", "9.90", Decimal("9.90")),
        ("DecimalText", "+1e3", Decimal(1000)),
        ("DecimalText", ".5", Decimal("0.5")),
        (
            "DecimalText",
            "0.1234567890123456789012345678901234567890",
            Decimal("0.1234567890123456789012345678901234567890"),
        ),
        ("Base64Bytes", "AAE=", b"\x00\x01"),
        ("Base64Bytes", "AAE", b"\x00\x01"),
        ("Base64Bytes", "-_8=", b"\xfb\xff"),
        ("Base64Bytes", r"AAE=\n", b"\x00\x01"),
        ("Base64Bytes", "", b""),
    ],
)
def test_what_comes_is_a_value_and_goes_back_as_it_came(kind: str, text: str, value: Any) -> None:
    read = received(kind, text)
    came = text.replace(r"\n", "\n")
    assert read == value
    assert hash(read) == hash(value)
    assert isinstance(read, type(value))
    for same in (read, copy.copy(read), copy.deepcopy(read), pickle.loads(pickle.dumps(read))):
        assert same == value
        assert ADAPTERS[kind].dump_python(same, mode="json") == came
        assert text_of(same, "") == came
        assert plain({"value": same}) == {"value": came}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("Uuid", "customer-17"),
        ("Uuid", ""),
        ("TimeOfDay", "25:00"),
        ("TimeOfDay", "noon"),
        ("TimeOfDay", "0830"),
        ("DecimalText", "1,5"),
        ("DecimalText", "NaN"),
        ("DecimalText", "1_000"),
        ("Base64Bytes", "not base64!"),
        ("Base64Bytes", "A"),
    ],
)
def test_other_text_does_not_fit(kind: str, text: str) -> None:
    with pytest.raises(ValidationError, match="Input should be"):
        received(kind, text)


@pytest.mark.parametrize("kind", sorted(ADAPTERS))
@pytest.mark.parametrize("json", ["5", "null", "true", "[]", "{}"])
def test_other_json_does_not_fit(kind: str, json: str) -> None:
    with pytest.raises(ValidationError):
        ADAPTERS[kind].validate_json(json, strict=True)


@given(st.uuids())
def test_uuids(value: UUID) -> None:
    assert ADAPTERS["Uuid"].dump_python(value, mode="json") == str(value)
    assert received("Uuid", str(value)) == value
    assert type(received("Uuid", str(value))) is UUID


@given(st.times())
def test_times(value: dt.time) -> None:
    assert received("TimeOfDay", ADAPTERS["TimeOfDay"].dump_python(value, mode="json")) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_decimals(value: Decimal) -> None:
    assert received("DecimalText", ADAPTERS["DecimalText"].dump_python(value, mode="json")) == value


@given(st.binary())
def test_bytes(value: bytes) -> None:
    text = ADAPTERS["Base64Bytes"].dump_python(value, mode="json")
    assert text == base64.b64encode(value).decode()
    assert received("Base64Bytes", text) == value


@given(st.text())
def test_any_text_is_read_or_refused_and_never_changed(text: str) -> None:
    for adapter in ADAPTERS.values():
        try:
            value = adapter.validate_python(text, strict=True)
        except ValidationError:
            continue
        assert adapter.dump_python(value, mode="json") == text
