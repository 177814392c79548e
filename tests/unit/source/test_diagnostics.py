"""How diagnostics read on a terminal."""

from __future__ import annotations

from clientsmith.diagnostics import Diagnostic, Severity, SpecError, excerpt_of, render
from clientsmith.positions import Position


def test_render_shows_lines_arrow_related_places_and_hint() -> None:
    lines = ["openapi: 3.1.0", "paths:", "  /a: 1", "  /b: 2", "  /a: 3"]
    here, first = Position("spec.yaml", 5, 3, "/paths/~1a"), Position("spec.yaml", 3, 3, "/paths/~1a")
    diagnostic = Diagnostic(
        code="duplicate-key",
        severity=Severity.ERROR,
        message="The key '/a' stands twice.",
        position=here,
        related=(("first written here", first),),
        hint="Remove one.",
        excerpt=(excerpt_of(lines, here), excerpt_of(lines, first)),
    )
    assert render(diagnostic).splitlines() == [
        "spec.yaml:5:3: error[duplicate-key]: The key '/a' stands twice.",
        "  at #/paths/~1a",
        "    3 |   /a: 1",
        "    4 |   /b: 2",
        "  > 5 |   /a: 3",
        "      |   ^",
        "  first written here: spec.yaml:3:3",
        "    1 | openapi: 3.1.0",
        "    2 | paths:",
        "  > 3 |   /a: 1",
        "      |   ^",
        "    4 |   /b: 2",
        "    5 |   /a: 3",
        "  hint: Remove one.",
    ]
    assert str(SpecError([diagnostic])) == render(diagnostic)


def test_long_lines_are_cut_around_the_place() -> None:
    position = Position("spec.json", 1, 5001, "/x")
    line = "a" * 5000 + "HERE" + "b" * 5000
    diagnostic = Diagnostic(
        code="x", severity=Severity.WARNING, message="m", position=position, excerpt=(excerpt_of([line], position),)
    )
    shown, arrow = render(diagnostic).splitlines()[2:]
    assert len(shown) < 140
    assert shown[arrow.index("^") :].startswith("HERE")


def test_control_characters_of_a_document_do_not_reach_the_terminal() -> None:
    position = Position("a\x1b[31m.yaml", 1, 1, "/\x1b]0;x\x07")
    diagnostic = Diagnostic(
        code="x",
        severity=Severity.ERROR,
        message="\x1b[2J\u202e text",
        position=position,
        related=(("\x9b label", position),),
        hint="\x00",
        excerpt=(excerpt_of(["\x1b[1mbold\u2066"], position),),
    )
    assert all(char.isprintable() or char == "\n" for char in render(diagnostic))


def test_a_diagnostic_without_a_place() -> None:
    diagnostic = Diagnostic(
        code="file-not-found", severity=Severity.ERROR, message="There is no file x.", position=None
    )
    assert render(diagnostic) == "error[file-not-found]: There is no file x."
