"""The stages from Python: what they return, what they raise, whom they tell."""

from __future__ import annotations

from pathlib import Path

import pytest

import clientsmith
from clientsmith import Config, ConfigError, OutputError, SpecError, bundle, compare, generate, inspect, validate
from clientsmith.emit.format import FormatError, format_tree
from support.generation import document, write_spec

SPEC = document("""
    servers: [{url: "https://shop.example"}]
    paths: {/a: {get: {operationId: getA, tags: [a], responses: {"204": {description: ok}}}}}
""")


def config(folder: Path, spec: str = SPEC, **settings: str) -> Config:
    return Config(spec=str(write_spec(spec, folder)), output=str(folder / "out"), **settings)


def test_generate_and_compare(tmp_path: Path) -> None:
    told: list[str] = []
    summary = generate(config(tmp_path), told.append)
    assert (summary.package, summary.operations, summary.models, summary.diagnostics) == ("shop", 1, 0, ())
    assert len(summary.changed) == summary.files == sum(1 for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert told[0] == "Reading"
    assert len(told) == len(set(told)) >= 4
    assert compare(config(tmp_path)) == ()
    assert generate(config(tmp_path)).changed == ()


@pytest.mark.parametrize("stage", [generate, compare, inspect])
def test_a_bad_document_raises_with_all_its_faults(tmp_path: Path, stage: object) -> None:
    spec = SPEC.replace("getA", "getA, parameters: [{name: x, in: pth}, {$ref: '#/nowhere'}]")
    with pytest.raises(SpecError) as caught:
        stage(config(tmp_path, spec).model_copy(update={"lenient": False}))  # type: ignore[operator]
    assert {"parameter-in", "ref-not-found"} <= {one.code for one in caught.value.diagnostics}
    assert not (tmp_path / "out").exists()


def test_validate_and_bundle(tmp_path: Path) -> None:
    path = write_spec(SPEC, tmp_path)
    assert validate(path).diagnostics == ()
    assert bundle(path)["info"]["title"] == "Shop"


@pytest.mark.parametrize(
    ("title", "package", "client"),
    [
        ("Shop API", "shop", "Shop"),
        ("The OpenAPI Specification", "client", "API"),
        ("JSON API", "json_client", "JSONClient"),
        ("Client", "client", "ClientClient"),
        ("Page", "page", "PageClient"),
        ("日本", "日本", "日本"),
        ("123", "client_123", "API123"),
        ("../../etc", "etc", "Etc"),
    ],
)
def test_names_from_the_title(tmp_path: Path, title: str, package: str, client: str) -> None:
    spec = document("servers: [{url: 'https://x.example'}]\ncomponents: {schemas: {A: {type: object}}}", title=title)
    generate(config(tmp_path, spec))
    source = (tmp_path / "out" / package / "client.py").read_text(encoding="utf-8")
    assert f"class {client}(Client):" in source
    assert f"class Async{client}(AsyncClient):" in source


def test_a_client_cannot_be_called_like_a_class_of_the_runtime(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="choose another name"):
        generate(config(tmp_path, client_name="Page"))


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot write"):
        generate(config(tmp_path))


def test_formatting_refuses_what_is_no_python() -> None:
    assert format_tree({"a.py": "x  =  1", "b.md": "x  =  1"}) == {"a.py": "x = 1\n", "b.md": "x  =  1"}
    with pytest.raises(FormatError, match=r"a\.py"):
        format_tree({"a.py": "x = = 1"})


def test_the_package_offers_what_it_names() -> None:
    for name in ("Config", "SpecError", "generate", "compare", "validate", "bundle", "inspect", "render", "Summary"):
        assert getattr(clientsmith, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'vanish'"):
        clientsmith.vanish  # noqa: B018
