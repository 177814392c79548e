"""Unions that stay honest about values the document does not know: `Open`, `Unknown`, `Discriminated`."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias, TypeVar, Union, get_args

from pydantic import TypeAdapter
from pydantic_core import SchemaSerializer, core_schema

from .annotations import is_union, unwrap
from .models import build, field_name
from .narrowing import is_model, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel, GetCoreSchemaHandler

    _Known = TypeVar("_Known")
    _Wide = TypeVar("_Wide")

    Open: TypeAlias = Union[_Known, _Wide]  # noqa: UP007
    """`Open[Literal["a", "b"], str]`: one of the known values, or another that the document does not know (yet)."""
else:

    class Open:
        """`Open[Literal["a", "b"], str]`: one of the known values, or another that the document does not know (yet)."""

        def __class_getitem__(cls, item: tuple[Any, Any]) -> Any:
            known, wide = item
            return Annotated[known, OpenValues(wide)]


class OpenValues:
    """Metadata that `Open` leaves: a response is checked against the known values, a caller may pass others."""

    __slots__ = ("wide",)

    def __init__(self, wide: Any) -> None:
        self.wide = wide

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OpenValues) and self.wide == other.wide

    def __hash__(self) -> int:
        return hash(self.wide)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        known = handler(source)
        wide = handler.generate_schema(self.wide)
        return core_schema.lax_or_strict_schema(
            lax_schema=core_schema.union_schema([known, wide], mode="left_to_right"),
            strict_schema=known,
            serialization=core_schema.simple_ser_schema("any"),
        )


class Unknown:
    """A member of a discriminated union that the document does not know.

    A response gives one where its tag is not among the known ones. A caller may pass one to send a variant that the
    document does not know yet: `Unknown({"provider": "brand-new", "voiceId": "x"})`.

    Attributes:
        data: the JSON that came, or that is to be sent.
        tag: the value of the discriminator property; None where it is missing or not a string.
    """

    __slots__ = ("data", "tag")

    def __init__(self, data: Any, *, tag: str | None = None) -> None:
        self.data: Any = data
        self.tag = tag

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unknown) and self.data == other.data

    __hash__ = None  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

    def __repr__(self) -> str:
        return f"Unknown({self.data!r}, tag={self.tag!r})"

    def __deepcopy__(self, memo: dict[int, Any]) -> Unknown:
        return Unknown(copy.deepcopy(self.data, memo), tag=self.tag)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.is_instance_schema(cls, serialization=_DATA_OF_UNKNOWN)


def _data_of(value: Unknown) -> Any:
    return value.data


_DATA_OF_UNKNOWN: Final = core_schema.plain_serializer_function_ser_schema(_data_of)
# What pydantic looks for in a value whose type it does not know from the schema.
setattr(Unknown, "__pydantic_serializer__", SchemaSerializer(core_schema.any_schema(serialization=_DATA_OF_UNKNOWN)))  # noqa: B010


class Discriminated:
    """Metadata for `Annotated[A | B | Unknown, Discriminated("provider")]`: the named property tells the variant.

    The tags of a member come from the literal type of that property in the member; a mapping adds to them or stands in
    for them (OpenAPI 3.1 §4.8.25). A member that has neither answers to its class name, as the document says.

    A base that stands for all that is built on it is the `fallback` of such a union: what has another tag, or none, is
    of that class.

    Args:
        property_name: the JSON name of the discriminator property.
        mapping: class name of the member, by tag.
        fallback: class name of the member that all other values are.
    """

    __slots__ = ("fallback", "mapping", "property_name")

    def __init__(
        self, property_name: str, mapping: Mapping[str, str] | None = None, *, fallback: str | None = None
    ) -> None:
        self.property_name = property_name
        self.mapping = tuple((mapping or {}).items())
        self.fallback = fallback

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Discriminated)
            and self.property_name == other.property_name
            and self.mapping == other.mapping
            and self.fallback == other.fallback
        )

    def __hash__(self) -> int:
        return hash((self.property_name, self.mapping, self.fallback))

    def __repr__(self) -> str:
        mapping = f", {dict(self.mapping)!r}" if self.mapping else ""
        fallback = f", fallback={self.fallback!r}" if self.fallback is not None else ""
        return f"Discriminated({self.property_name!r}{mapping}{fallback})"

    def members(self, union: Any) -> dict[Any, Any]:
        """Return the annotation of the member (or of the union of members) that each tag stands for.

        Args:
            union: the annotation that carries this metadata.
        """
        found: dict[Any, list[Any]] = {}
        for member in _members_of(union):
            if self.fallback is not None and _name_of(member) == self.fallback:
                continue
            for tag in self._tags_of(member):
                alternatives = found.setdefault(tag, [])
                if member not in alternatives:
                    alternatives.append(member)
        return {
            tag: alternatives[0] if len(alternatives) == 1 else Union[tuple(alternatives)]  # noqa: UP007
            for tag, alternatives in found.items()
        }

    def other(self, union: Any) -> Any:
        """Return the annotation of the member that values are whose tag no member has; None where there is none.

        Args:
            union: the annotation that carries this metadata.
        """
        if self.fallback is None:
            return None
        return next((member for member in _members_of(union) if _name_of(member) == self.fallback), None)

    def keys(self, members: dict[Any, Any]) -> list[str]:
        """Return the names under which a caller may give the property: the JSON name, and those of the fields."""
        names = [self.property_name]
        for member in members.values():
            for model in _models_of(member):
                name = field_name(model, self.property_name)
                if name is not None and name not in names:
                    names.append(name)
        return names

    def with_tag(self, value: BaseModel, union: Any) -> BaseModel:
        """Return a member with the tag that the union knows it by; as it is if it has one.

        The schema of a member may leave the property open, or not list it: then only the union knows the tag.

        Args:
            value: a member, or any other model, which stays as it is.
            union: the annotation that carries this metadata.
        """
        tag = next((tag for model, tag in self.untagged(union) if type(value) is model), None)
        name = field_name(type(value), self.property_name) or self.property_name
        return value if tag is None or name in value.model_fields_set else value.model_copy(update={name: tag})

    def untagged(self, union: Any) -> Iterator[tuple[type[BaseModel], str]]:
        """Yield the members whose tags the union has to know, and their tags.

        Args:
            union: the annotation that carries this metadata.
        """
        for member in _members_of(union):
            bare, metadata = unwrap(member)
            if is_model(bare) and bare.__name__ != self.fallback:
                yield from ((bare, tag) for tag, name in self.mapping if name == bare.__name__)
            for inner in metadata:
                if isinstance(inner, Discriminated) and inner.property_name == self.property_name:
                    yield from inner.untagged(bare)

    def _tags_of(self, member: Any) -> Iterator[Any]:
        bare, metadata = unwrap(member)
        if is_union(bare):
            inner = next((item for item in metadata if isinstance(item, Discriminated)), self)
            if inner.property_name == self.property_name:
                yield from inner.members(bare)
            else:
                for part in _members_of(bare):
                    yield from self._tags_of(part)
            return
        class_name = _name_of(bare)
        mapped = [tag for tag, name in self.mapping if name == class_name]
        yield from mapped
        if is_model(bare):
            name = field_name(bare, self.property_name)
            literals = tuple(_literals(bare.model_fields[name].annotation)) if name is not None else ()
            yield from literals
            if not literals and not mapped and class_name is not None:
                yield class_name

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        members = self.members(source)
        choices: dict[Any, core_schema.CoreSchema] = {}
        received: dict[Any, core_schema.CoreSchema] = {}
        for tag, annotation in members.items():
            member = _LateMember(annotation)
            choices[tag] = core_schema.no_info_plain_validator_function(member.given)
            received[tag] = core_schema.no_info_plain_validator_function(member.received)
        other = self.other(source)
        if other is not None:
            return _with_fallback(self, members, other)
        keys = self.keys(members)
        places: list[list[str | int]] = [[key] for key in keys]
        by_caller = core_schema.tagged_union_schema(choices, places)

        def validate(value: Any, validate_member: core_schema.ValidatorFunctionWrapHandler) -> Any:
            if isinstance(value, Unknown):
                if value.tag is None and is_object(value.data):
                    return Unknown(value.data, tag=_text(value.data.get(self.property_name)))
                return value
            if isinstance(value, untagged):
                return self.with_tag(value, source)
            if is_object(value) and has_unknown:
                tag: Any = next((value[key] for key in keys if key in value), None)
                if isinstance(tag, str) and tag not in choices:
                    return Unknown(value, tag=tag)
            return validate_member(value)

        has_unknown = Unknown in get_args(source)
        untagged = tuple({model for model, _ in self.untagged(source)})
        return core_schema.lax_or_strict_schema(
            lax_schema=core_schema.no_info_wrap_validator_function(validate, by_caller),
            strict_schema=core_schema.tagged_union_schema(received, self.property_name),
            # By the class of the value, so that a member that was decoded leniently and an `Unknown` come out as well.
            serialization=core_schema.simple_ser_schema("any"),
        )


def _with_fallback(discriminator: Discriminated, members: dict[Any, Any], other: Any) -> core_schema.CoreSchema:
    """Return the schema of a union in which one member takes all values that are not of the others."""
    late = {tag: _LateMember(annotation) for tag, annotation in members.items()}
    rest = _LateMember(other)
    keys = discriminator.keys({**members, None: other})
    models = tuple(model for annotation in (*members.values(), other) for model in _models_of(annotation))

    def given(value: Any) -> Any:
        if isinstance(value, models):
            return value
        tag: Any = next((value[key] for key in keys if key in value), None) if is_object(value) else None
        return (late.get(tag, rest) if isinstance(tag, str) else rest).given(value)

    def received(value: Any) -> Any:
        tag: Any = value.get(discriminator.property_name) if is_object(value) else None
        return (late.get(tag, rest) if isinstance(tag, str) else rest).received(value)

    return core_schema.lax_or_strict_schema(
        lax_schema=core_schema.no_info_plain_validator_function(given),
        strict_schema=core_schema.no_info_plain_validator_function(received),
        serialization=core_schema.simple_ser_schema("any"),
    )


class _LateMember:
    """A member of a union whose validator is built when the first value of it comes.

    A model with unions in it would otherwise take all members of all of them along when it is first used, hundreds of
    models for a call that sees a handful.
    """

    __slots__ = ("_annotation", "_validator")

    def __init__(self, annotation: Any) -> None:
        self._annotation = annotation
        self._validator: Any = None

    def given(self, value: Any) -> Any:
        """Validate what a caller gave."""
        return (self._validator or self._build()).validate_python(value)

    def received(self, value: Any) -> Any:
        """Validate what came in a response."""
        return (self._validator or self._build()).validate_python(value, strict=True, by_alias=True, by_name=False)

    def _build(self) -> Any:
        for model in _models_of(self._annotation, own=True):
            build(model)
        self._validator = TypeAdapter(self._annotation).validator
        return self._validator


def _members_of(union: Any) -> tuple[Any, ...]:
    bare, _ = unwrap(union)
    members = get_args(bare) if is_union(bare) else (bare,)
    return tuple(member for member in members if member is not Unknown and member is not type(None))


def _name_of(annotation: Any) -> str | None:
    return getattr(unwrap(annotation)[0], "__name__", None)


def _models_of(annotation: Any, *, own: bool = False) -> Iterator[type[BaseModel]]:
    """Yield the models of a union; with `own` without those of a discriminated one, which sees to its own."""
    bare, metadata = unwrap(annotation)
    if is_model(bare):
        yield bare
    elif is_union(bare) and not (own and any(isinstance(item, Discriminated) for item in metadata)):
        for member in _members_of(bare):
            yield from _models_of(member, own=own)


def _literals(annotation: Any) -> Iterator[Any]:
    bare, _ = unwrap(annotation)
    if is_union(bare):
        for member in get_args(bare):
            yield from _literals(member)
    elif getattr(bare, "__origin__", None) is Literal:
        yield from (value for value in get_args(bare) if value is not None)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
