"""Properties that only the server sets (`readOnly`, OpenAPI 3.1 §4.8.24.2, JSON Schema Validation 2020-12 §9.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias, TypeVar

from pydantic import Field
from pydantic_core import PydanticOmit, core_schema

_UNSET: Final = object()

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

    _Value = TypeVar("_Value")

    ReadOnly: TypeAlias = Annotated[_Value, "set by the server"]
    """`ReadOnly[str] = SetByServer()`: a required property that the server sets."""
else:

    class ReadOnly:
        """`ReadOnly[str] = SetByServer()`: a required property that the server sets.

        A response has to carry it. A constructor does without: the model then has no such attribute, and sends none.
        """

        def __class_getitem__(cls, item: Any) -> Any:
            # Outermost, so that bounds and other metadata never see what stands for the missing value.
            return Annotated[item, _ReadOnly()]


def SetByServer() -> Any:  # noqa: N802 - a field of a model may be called like a function, but never like a class
    """Return the declaration of a field whose value only the server knows; for type checkers, a default."""
    return Field()


class _ReadOnly:
    """Metadata of a field: what callers give may lack it, what comes in a response may not."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        inner = handler(source)
        return core_schema.with_default_schema(
            # Responses are validated strictly, and there what stands for the missing value fits no type.
            core_schema.lax_or_strict_schema(
                lax_schema=core_schema.no_info_wrap_validator_function(_given, inner),
                strict_schema=core_schema.no_info_before_validator_function(_received, inner)
                if inner["type"] == "any"
                else inner,
            ),
            default_factory=_unset,
            validate_default=True,
        )


def _unset() -> object:
    return _UNSET


def _given(value: Any, validate: core_schema.ValidatorFunctionWrapHandler) -> Any:
    if value is _UNSET:
        raise PydanticOmit
    return validate(value)


def _received(value: Any) -> Any:
    if value is _UNSET:
        msg = "Field required"
        raise ValueError(msg)
    return value
