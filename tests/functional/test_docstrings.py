"""What a reader of the generated code finds in the docstrings of methods and models."""

from __future__ import annotations

import ast
import inspect
import subprocess
from pathlib import Path

import pytest
from ruff import find_ruff_bin

from support.generation import Generated, document, generate_package

SPEC = document(
    """
    tags:
      - {name: things, description: Everything about things}
    paths:
      /shops/{shop}/things:
        post:
          operationId: things.create
          tags: [things]
          description: |
            Creates a thing in a shop, which the caller has to own or to be a member of.
            > [!NOTE]
            > In order to see the price of the thing you must have permissions for the whole
            shop.



            Call it once for each of your things, and then once more for those that came to the
            shop since you began.
          parameters:
            - {name: page, in: query, description: Which page, schema: {type: integer}}
            - {name: key, in: query, required: true, description: The key, schema: {type: string}}
            - {name: shop, in: path, required: true, description: The shop, schema: {type: string}}
          requestBody:
            content:
              application/json: {schema: {$ref: '#/components/schemas/Thing'}}
          responses:
            "200": {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            default: {description: Error response.}
        get:
          operationId: things.list
          tags: [things]
          responses:
            "200": {description: All., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
            "302": {description: Moved}
            "304": {description: Not modified}
            "404": {description: "Not there when:\\n- it is gone\\n- it never was"}
            default: {description: Error response}
    components:
      schemas:
        Thing:
          type: object
          description: A thing of the shop. It has a name and a date, and it can be deleted and restored at
            any time by whoever owns the shop
          properties:
            name: {type: string, description: The name of the thing}
            made: {type: string, format: date, pattern: '^\\d'}
            price: {type: string, format: decimal}
    """
)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    return generate_package(SPEC, tmp_path_factory.mktemp("docstrings"))


def docstring_of(source: str, *names: str) -> str:
    """Return the docstring of a class or of a method; the last definition of several."""
    node: ast.AST = ast.parse(source)
    for name in names:
        node = [one for one in ast.iter_child_nodes(node) if getattr(one, "name", None) == name][-1]
    assert isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    return ast.get_docstring(node) or ""


def test_the_text_of_a_method_is_filled_and_its_arguments_come_in_the_order_of_the_signature(
    generated: Generated,
) -> None:
    assert docstring_of(generated.source("resources/things"), "Things", "create") == inspect.cleandoc(
        """Creates a thing in a shop, which the caller has to own or to be a member of.

        `POST /shops/{shop}/things`

        > [!NOTE]
        > In order to see the price of the thing you must have permissions for the whole shop.

        Call it once for each of your things, and then once more for those that came to the shop since you began.

        Args:
            shop: The shop.
            body: All fields at once, as a model or a mapping, instead of the keywords.
            key: The key.
            page: Which page.
            name: The name of the thing.
            options: Settings of this call: headers, timeout, retries and more.

        Raises:
            APIStatusError: Error response.
        """
    )


def test_redirects_that_are_followed_are_no_errors(generated: Generated) -> None:
    text = docstring_of(generated.source("resources/things"), "Things", "list")
    assert text.split("Raises:\n")[1].split("\n") == [
        "    NotModifiedError: Not modified (304).",
        "    NotFoundError: Not there when: it is gone; it never was (404).",
        "    APIStatusError: Error response (any other status).",
    ]
    page = (generated.folder / "docs" / "things.md").read_text(encoding="utf-8")
    assert "| `302` | nothing: the client follows it |" in page


def test_the_first_line_of_a_class_is_one_sentence(generated: Generated) -> None:
    assert docstring_of(generated.source("models/things"), "Thing") == (
        "A thing of the shop.\n\n"
        "It has a name and a date, and it can be deleted and restored at any time by whoever owns the shop."
    )
    assert docstring_of(generated.source("resources/things"), "Things") == "Everything about things."


def test_imports_and_docstrings_are_as_linters_want_them(generated: Generated) -> None:
    rules = ["--select", "I,D", "--ignore", "D101,D417", "--config", 'lint.pydocstyle.convention="google"']
    settings = ["--config", "line-length=120", "--config", "lint.isort.combine-as-imports=true"]
    command = [find_ruff_bin(), "check", "--isolated", "--no-cache", *rules, *settings, str(Path(generated.package))]
    done = subprocess.run(command, cwd=generated.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
