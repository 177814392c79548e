"""The base class of every generated model."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, SerializationInfo, SerializerFunctionWrapHandler, model_serializer

from .errors import ResponseFieldError
from .issues import ABSENT, Issue, describe
from .narrowing import is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")

_MISMATCH = "_mismatch"
_PART = "_part"
_CONSTANT = "const"


def constant(value: T, *, required: bool = True) -> T:
    """Declare a property that has only one value, such as the tag of a union's variant.

    The constructor fills it in. Where the annotation allows others (`kind: str = constant("cat")`), it is the tag of a
    variant whose schema leaves the property open: a caller may give another, and a response may have any.

    Args:
        value: the one value, or the tag.
        required: whether a response has to carry it.

    Returns:
        What pydantic takes as the field's declaration; for type checkers, the value as a default.
    """
    extra: dict[str, Any] = {_CONSTANT: value}
    declaration: Any = Field(json_schema_extra=extra) if required else Field(default=None, json_schema_extra=extra)
    return cast("T", declaration)


@dataclass(slots=True)
class Mismatch:
    """What of a leniently decoded model did not fit.

    Attributes:
        unreadable: fields that are missing or mistyped, with the issue that tells why.
        raw: JSON of the fields that serialise as they came, by field name: mistyped ones, and ones whose value was
            kept although it breaks a rule (together with that value).
        whole: the JSON that came where an object was expected, else `ABSENT`.
    """

    unreadable: dict[str, Issue] = field(default_factory=dict[str, Issue])
    raw: dict[str, tuple[Any, Any]] = field(default_factory=dict[str, tuple[Any, Any]])
    whole: Any = ABSENT


class Model(BaseModel):
    """Base of all models: keeps unknown fields, and serialises what was set, under the names of the API.

    A field that was never set is not in the output, one that was set to None is null. A model that came in a response
    which did not fit serialises to the JSON that came; reading a field that is missing or mistyped there raises
    `ResponseFieldError`. Its `repr` shows what was set, and which fields cannot be read.
    """

    model_config = ConfigDict(
        extra="allow",
        defer_build=True,
        serialize_by_alias=True,
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
    )

    if not TYPE_CHECKING:

        def __init__(self, /, **data: Any) -> None:
            for name, alias, value in constants_of(type(self)):
                if name not in data and alias not in data:
                    data[alias] = value
            super().__init__(**data)

        # Tells pydantic that validation need not call this method, so that only the constructor fills in constants.
        __init__.__pydantic_base_init__ = True

        def __getattr__(self, name: str) -> Any:
            # Names of fields only: looking for the mismatch of a half-built model asks for an attribute as well.
            if name in type(self).model_fields:
                mismatch = mismatch_of(self)
                if mismatch is not None:
                    raise _field_error(type(self).__name__, name, mismatch)
                if name not in self.__dict__ and getattr(self, "__pydantic_fields_set__", None) is not None:
                    msg = f"{type(self).__name__}.{name} has no value: the server sets it, and this one was made here"
                    raise AttributeError(msg)
            return super().__getattr__(name)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        if getattr(self, "__pydantic_fields_set__", None) is None:
            return  # half-built, as debuggers and tracebacks may show it
        mismatch = mismatch_of(self)
        if mismatch is not None:
            yield from _unreadable(self, mismatch)
        unset = self.__dict__.keys() & _unset(self)
        for name, value in super().__repr_args__():
            # Once only: an unknown property that has the Python name of a field comes after the field.
            if name in unset:
                unset.remove(name)
            else:
                yield name, value

    @model_serializer(mode="wrap")
    def _serialise(self, handler: SerializerFunctionWrapHandler, info: SerializationInfo) -> Any:
        mismatch = mismatch_of(self)
        if mismatch is None and _lacks_fields(self):
            mismatch = Mismatch()
        if mismatch is not None:
            return _serialise_mismatched(self, mismatch, info)
        data = handler(self)
        # Taken out afterwards: inside of a union pydantic refuses a model that lacks fields.
        unset = _unset(self)
        if unset:
            # As a part of another model, this one may have been built without its own fields knowing their names.
            complete(type(self))
        for name in unset:
            data.pop(name if info.by_alias is False else wire_name(type(self), name), None)
        return data


def assemble(
    model: type[Any], values: dict[str, Any], extra: dict[str, Any] | None, mismatch: Mismatch | None = None
) -> Any:
    """Build a model from values that are known to be right, without validation.

    Args:
        model: the class.
        values: the fields that are set, by field name.
        extra: unknown properties.
        mismatch: what did not fit, if the model was decoded leniently.

    Returns:
        The instance. Fields that are not in `values` are not filled with defaults.
    """
    instance: Any = object.__new__(model)
    object.__setattr__(instance, "__dict__", values)
    object.__setattr__(instance, "__pydantic_extra__", extra)
    object.__setattr__(instance, "__pydantic_fields_set__", {*values, *(extra or ())})
    object.__setattr__(instance, "__pydantic_private__", None if mismatch is None else {_MISMATCH: mismatch})
    return instance


def mismatch_of(model: BaseModel) -> Mismatch | None:
    """Return what did not fit of a leniently decoded model, or None."""
    private = model.__pydantic_private__
    return None if private is None else private.get(_MISMATCH)


@cache
def constants_of(model: type[BaseModel]) -> tuple[tuple[str, str, Any], ...]:
    """Return field name, wire name and value of each `constant` of a model."""
    complete(model)
    extras: list[tuple[str, Any]] = [(name, info.json_schema_extra) for name, info in model.model_fields.items()]
    return tuple(
        (name, wire_name(model, name), extra[_CONSTANT])
        for name, extra in extras
        if is_object(extra) and _CONSTANT in extra
    )


def complete(model: type[BaseModel]) -> None:
    """Resolve a model's annotations where they name classes that came after it."""
    if not model.__pydantic_fields_complete__:
        model.model_rebuild()


def build(model: type[BaseModel]) -> None:
    """Make a model ready to serialise where its type is not known from the schema; pydantic does it since 2.14."""
    if not model.__pydantic_complete__:
        model.model_rebuild()


def wire_name(model: type[BaseModel], name: str) -> str:
    """Return the JSON name of a model's field."""
    alias = model.model_fields[name].alias
    # An empty name is a name, too.
    return name if alias is None else alias


def field_name(model: type[BaseModel], wire: str) -> str | None:
    """Return the name of the field for a JSON name, without completing the model.

    A field whose annotation could not be read yet may be missed; the tag of a variant always can.
    """
    return next((name for name in model.model_fields if wire_name(model, name) == wire), None)


@cache
def wire_names(model: type[BaseModel]) -> dict[str, str]:
    """Return a model's field names by their JSON names."""
    complete(model)
    return {wire_name(model, name): name for name in model.model_fields}


class _Unreadable:
    """Stands in the `repr` of a model for what cannot be read."""

    __slots__ = ("_got",)

    def __init__(self, got: Any) -> None:
        self._got = got

    def __repr__(self) -> str:
        return f"<unreadable: {describe(self._got)}>"


def _unreadable(model: Model, mismatch: Mismatch) -> Iterator[tuple[str | None, _Unreadable]]:
    """Return what cannot be read, as arguments of a `repr`: fields by name, the whole object without one."""
    if mismatch.whole is not ABSENT:
        yield None, _Unreadable(mismatch.whole)
    for name in mismatch.unreadable:
        if name not in model.__dict__:
            _, got = mismatch.raw.get(name, (ABSENT, ABSENT))
            yield name, _Unreadable(got)


def _field_error(model: str, name: str, mismatch: Mismatch) -> ResponseFieldError:
    issue = mismatch.unreadable.get(name)
    if issue is None:
        return ResponseFieldError(
            f"{model}.{name} cannot be read: the response has {describe(mismatch.whole)} where an object was expected"
        )
    place = issue.path or "the body"
    if issue.got is ABSENT:
        return ResponseFieldError(
            f"{model}.{name} cannot be read: the response has nothing at {place}, where {issue.expected} was expected"
        )
    return ResponseFieldError(
        f"{model}.{name} cannot be read: the response has {describe(issue.got)} at {place}, "
        f"where {issue.expected} was expected"
    )


def _lacks_fields(model: Model) -> bool:
    """Tell whether a model was made without a field that only the server sets."""
    private = model.__pydantic_private__
    return len(model.__dict__) < len(type(model).model_fields) and (private is None or _PART not in private)


def _unset(model: Model) -> list[str]:
    """Return the names of the fields that were not set."""
    fields = type(model).model_fields
    set_fields = model.__pydantic_fields_set__
    extra = model.__pydantic_extra__
    unset = [name for name in fields if name not in set_fields]
    # A property that has the Python name of a field, but is not that field, counts as unknown.
    if extra and not fields.keys().isdisjoint(extra):
        unset += [
            name
            for name in fields.keys() & extra.keys()
            if not fields[name].is_required() and model.__dict__.get(name, ABSENT) == fields[name].default
        ]
    return unset


def _serialise_mismatched(model: Model, mismatch: Mismatch, info: SerializationInfo) -> Any:
    if mismatch.whole is not ABSENT and not model.__pydantic_fields_set__:
        return mismatch.whole
    unset = frozenset(_unset(model))
    raw: dict[str, Any] = {}
    values: dict[str, Any] = {}
    for name, value in model.__dict__.items():
        kept = mismatch.raw.get(name)
        if kept is not None and kept[0] is value:
            raw[name] = kept[1]
        elif name not in unset:
            values[name] = value
    for name, (value, json) in mismatch.raw.items():
        if value is ABSENT and name not in model.__dict__:
            raw[name] = json
    # A call of its own, because inside of a union pydantic refuses a model that lacks fields.
    part = assemble(type(model), values, model.__pydantic_extra__)
    object.__setattr__(part, "__pydantic_private__", {_PART: True})
    data: dict[str, Any] = part.model_dump(
        mode=info.mode,
        by_alias=info.by_alias,
        include=info.include,
        exclude=info.exclude,
        exclude_none=info.exclude_none,
        exclude_defaults=info.exclude_defaults,
        round_trip=info.round_trip,
        context=info.context,
        warnings=False,
    )
    for name, json in raw.items():
        if _is_wanted(name, json, info):
            data[name if info.by_alias is False else wire_name(type(model), name)] = json
    return data


def _is_wanted(name: str, value: Any, info: SerializationInfo) -> bool:
    include: Any = info.include
    exclude: Any = info.exclude
    if (include is not None and name not in include) or (value is None and info.exclude_none):
        return False
    return not exclude or name not in exclude or (is_object(exclude) and exclude[name] not in {True, ...})
