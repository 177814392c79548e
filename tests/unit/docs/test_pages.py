"""The pages of two APIs, as a reader and a repository host see them."""

from __future__ import annotations

import ast
import posixpath
import re
import shlex
import subprocess

import pytest

from clientsmith.emit.docs import docs_files
from clientsmith.ir import Api
from unit.docs.documents import SHOP, api_of, assistants_api
from unit.docs.reader import ReadPage, read_page


@pytest.fixture(scope="module", params=["shop", "assistants"])
def api(request: pytest.FixtureRequest) -> Api:
    return api_of(SHOP) if request.param == "shop" else assistants_api()


@pytest.fixture(scope="module")
def files(api: Api) -> dict[str, str]:
    return docs_files(api)


@pytest.fixture(scope="module")
def pages(files: dict[str, str]) -> dict[str, ReadPage]:
    return {path: read_page(text) for path, text in files.items()}


def test_every_link_leads_to_a_page_and_a_heading_on_it(pages: dict[str, ReadPage]) -> None:
    broken: list[str] = []
    for path, page in pages.items():
        for text, target in page.links:
            if target.startswith("https://"):
                continue
            file, _, anchor = target.partition("#")
            found = pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path)
            if found is None or (anchor and anchor not in found.anchors):
                broken.append(f"{path}: [{text}]({target})")
    assert broken == []


def test_every_page_is_reached_from_the_index(pages: dict[str, ReadPage]) -> None:
    reached, waiting = set(), ["docs/index.md"]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            links = [target.partition("#")[0] for _, target in pages[path].links if "://" not in target]
            waiting += [posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in links if link]
    assert reached == set(pages)


def test_every_model_is_linked_in_the_index(api: Api, pages: dict[str, ReadPage]) -> None:
    linked = {text for text, target in pages["docs/index.md"].links if target.startswith("models/")}
    assert linked == {model.name for module in api.modules for model in module.models}


def test_every_program_compiles(pages: dict[str, ReadPage]) -> None:
    programs = [code for page in pages.values() for language, code in page.code if language == "python"]
    assert len(programs) > 8
    for program in programs:
        ast.parse(program)


def test_every_command_is_one_that_a_shell_understands(pages: dict[str, ReadPage]) -> None:
    commands = [code for page in pages.values() for language, code in page.code if language == "sh"]
    assert len(commands) > 3
    for command in commands:
        subprocess.run(["sh", "-n", "-c", command], check=True, timeout=10)
        assert shlex.split(command)[0] == "curl"


def test_no_page_has_loose_ends(files: dict[str, str]) -> None:
    for path, text in files.items():
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert "\n\n\n" not in text, path
        assert not re.search(r"[ \t]$", text, re.MULTILINE), path
        assert "\r" not in text, path


def test_no_section_is_empty(pages: dict[str, ReadPage], files: dict[str, str]) -> None:
    for path, page in pages.items():
        lines = [line for line in _without_code(files[path]) if line.strip()]
        headings = [re.match(r"#+", line) for line in lines]
        for position, heading in enumerate(headings):
            after = headings[position + 1] if position + 1 < len(headings) else None
            if heading is not None:
                assert position + 1 < len(lines), f"{path} ends with a heading"
                assert after is None or len(after[0]) > len(heading[0]), f"{path}: {lines[position]} is empty"
        assert page.headings[0][0] == 1


def _without_code(text: str) -> list[str]:
    return re.sub(r"^(`{3,}).*?^\1$", "code", text, flags=re.MULTILINE | re.DOTALL).split("\n")


def test_no_column_of_a_table_is_empty(pages: dict[str, ReadPage]) -> None:
    for path, page in pages.items():
        for table in page.tables:
            assert table.rows, path
            for position, head in enumerate(table.head):
                assert head, path
                assert any(row[position] for row in table.rows), f"{path}: {head}"


def test_only_expected_html_is_there(pages: dict[str, ReadPage]) -> None:
    found = {html for page in pages.values() for html in page.html}
    assert {re.sub(r"<summary>[\w ]+</summary>", "…", html) for html in found} <= {
        "<br>",
        "<details>\n…",
        "</details>",
    }


def test_no_two_files_are_one_where_case_is_folded(files: dict[str, str]) -> None:
    assert len({path.casefold() for path in files}) == len(files)


def test_the_pages_are_the_same_each_time(api: Api, files: dict[str, str]) -> None:
    assert list(docs_files(api).items()) == list(files.items())
