"""Models of `books`."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._core import DateTime, Discriminated, Model, Open, Unknown, constant


class FixedPrice(Model):
    kind: Literal["fixed"] = constant("fixed")
    amount: Annotated[float, Field(gt=0)]


class FreePrice(Model):
    kind: Literal["free"] = constant("free")


NewBookPrice: TypeAlias = Annotated[FixedPrice | FreePrice | Unknown, Discriminated("kind")]


class NewBook(Model):
    title: Annotated[str, Field(max_length=200)]
    sub_title: Annotated[str | None, Field(alias="subTitle")] = None
    """What stands below the title."""
    language: Open[Literal["de", "en", "fr"], str] | None = None
    """Default: `"en"`"""
    price: NewBookPrice | None = None
    sequels: "list[NewBook] | None" = None


class Book(NewBook):
    isbn: str
    added_at: Annotated[DateTime | None, Field(alias="addedAt")] = None


class Problem(Model):
    message: str | None = None
