"""Formats of strings beside patterns and bounds of the length."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.schemas.text_formats import is_enforceable, kept_format


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("^[a-z]+$", True),
        ("^(?!x)", False),
        ("(", False),
        (r"\d{3}", True),
        ("/^[a-z]$/i", False),
        ("^/a/$", True),
        # Letters and digits of other scripts are among what these stand for in ECMA-262, and not in Rust.
        (r"^\D$", False),
        (r"^\W$", False),
        (r"\bword\b", False),
        (r"^[^,\w]$", False),
        (r"^[\w-]+[^,]$", True),
    ],
)
def test_patterns(pattern: str, expected: bool) -> None:
    assert is_enforceable(pattern) is expected


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("uuid", {"minLength": 36, "maxLength": 36}),
        ("uuid", {"pattern": "^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$"}),
        ("uuid", {"maxLength": 10**40}),
        ("date", {"pattern": r"^\d{4}-\d{2}-\d{2}$"}),
        ("date-time", {"maxLength": 19}),
        ("date-time", {"minLength": 25, "maxLength": 25}),
        ("date-time", {"pattern": r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$"}),
        ("date-time", {"pattern": r"^(?!x)\d+$"}),
        ("decimal", {"pattern": "^x$"}),
    ],
)
def test_a_format_that_has_texts_of_the_kind_is_kept(name: str, beside: dict[str, Any]) -> None:
    assert kept_format({"type": "string", "format": name, **beside}) == name


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("uuid", {"minLength": 64, "maxLength": 64}),
        ("uuid", {"maxLength": 20}),
        ("date", {"pattern": r"^\d{8}$"}),
        ("date-time", {"pattern": "^se(-[a-z0-9]+)+$"}),
        ("time", {"maxLength": 5}),
        ("uri", {}),
    ],
)
def test_a_format_without_such_texts_leaves_text(name: str, beside: dict[str, Any]) -> None:
    assert kept_format({"type": ["string", "null"], "format": name, **beside}) is None
