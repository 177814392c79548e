"""What most operations of a module say alike stands there once."""

from __future__ import annotations

from clientsmith.emit.common_arguments import with_common_arguments

ERROR = '(Response("default"),)'


def operations(*failures: str) -> list[dict[str, str]]:
    return [{"id": str(number), "failures": one} for number, one in enumerate(failures)]


def test_what_most_say_gets_a_name() -> None:
    constants, written = with_common_arguments(operations(ERROR, ERROR, "()", ERROR), {"_LIST"})
    assert constants == {"_FAILURES": ERROR}
    assert [one["failures"] for one in written] == ["_FAILURES", "_FAILURES", "()", "_FAILURES"]
    assert [one["id"] for one in written] == ["0", "1", "2", "3"]


def test_what_few_say_stays_where_it_is() -> None:
    for said in (operations(ERROR, ERROR), operations(ERROR, ERROR, ERROR, "1", "2", "3")):
        assert with_common_arguments(said, set()) == ({}, said)


def test_the_name_is_not_that_of_an_operation() -> None:
    constants, _ = with_common_arguments(operations(ERROR, ERROR, ERROR), {"_FAILURES"})
    assert constants == {"_FAILURES_OF_MANY": ERROR}
