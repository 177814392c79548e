"""Every program in the documentation does what it says, against a server on loopback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docs.server import Store, serving

ROOT = Path(__file__).parents[2]
PAGES = ["docs/client.md", "README.md"]
GENERATED = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "generated" / "docs").glob("*.md"))


def programs(page: str) -> list[tuple[int, str]]:
    """The Python blocks of a page, with the lines that they start at."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.finditer(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [(text[: block.start(1)].count("\n"), block[1]) for block in blocks]


def test_a_type_checker_finds_nothing_in_the_programs(tmp_path: Path) -> None:
    for number, page in enumerate(GENERATED):
        for line, program in programs(page):
            (tmp_path / f"program_{number}_{line}.py").write_text(program, encoding="utf-8")
    # The programs of this page go on from one to the next.
    (tmp_path / "client_page.py").write_text("\n".join(program for _, program in programs("docs/client.md")))
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(ROOT / "generated")], "pythonVersion": "3.11"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable, "-p", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout
    assert len(list(tmp_path.glob("*.py"))) > 10


def run(page: str, line: int, program: str, names: dict[str, Any]) -> None:
    exec(compile("\n" * line + program, page, "exec"), names)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A server that clients without `base_url` talk to."""
    monkeypatch.syspath_prepend(str(ROOT / "generated"))
    from vapi_assistants import client

    with serving() as (address, store):
        monkeypatch.setenv("VAPI_API_KEY", "secret")
        monkeypatch.setattr(client, "_SETTINGS", replace(client._SETTINGS, base_url=address))
        yield store


# The server sends back the voice that only the caller knows.
unknown_voice = pytest.mark.filterwarnings("ignore:The response of updateAssistant:UserWarning")


@unknown_voice
@pytest.mark.parametrize("page", PAGES)
def test_the_programs_of_a_page_run_one_after_the_other(page: str, store: Store) -> None:
    found = programs(page)
    assert found
    names: dict[str, Any] = {"__name__": "documentation"}
    for line, program in found:
        run(page, line, program, names)
    assert store.requests


@pytest.mark.parametrize(
    ("page", "line", "program"),
    [pytest.param(page, line, program, id=f"{page}:{line}") for page in GENERATED for line, program in programs(page)],
)
def test_each_program_of_the_generated_documentation_runs(page: str, line: int, program: str, store: Store) -> None:
    key = "0b8f8a52-5d1c-4f0e-9c56-6f3d2f4d9a11"
    store.assistants[key] = store.create({"name": "Bakery"}) | {"id": key}
    run(page, line, program, {"__name__": "documentation"})
    assert store.requests or "client" not in program


@unknown_voice
def test_what_the_page_says_is_sent_is_sent(store: Store) -> None:
    names: dict[str, Any] = {}
    for line, program in programs("docs/client.md"):
        run("docs/client.md", line, program, names)
    bodies = [body for method, _, body in store.requests if method in {"POST", "PATCH"}]
    assert {"forwardingPhoneNumber": None} in bodies
    assert {"voice": {"provider": "brand-new", "voiceId": "y"}} in bodies
    assert any(body.get("brandNewField") == 1 for body in bodies)
    nested = {"provider": "openai", "model": "gpt-4o", "maxTokens": 250}
    assert {"voice": {"provider": "azure", "voiceId": "emma", "speed": 1.1}, "model": nested} in bodies
