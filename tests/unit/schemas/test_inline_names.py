"""Names of schemas that have none."""

from __future__ import annotations

import pytest

from clientsmith.schemas.inline_names import common_name


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["CreateOrderBodyAddress", "UpdateOrderBodyAddress"], "OrderAddress"),
        (["HolidayResponse400", "ProvinceResponse400"], "HolidayResponse400"),
        (["GetItem2Details", "AddItem2Details"], "Item2Details"),
    ],
)
def test_what_names_have_in_common_is_a_name(names: list[str], expected: str) -> None:
    assert common_name(names)[0] == expected
    assert common_name(names)[0].isidentifier()
