"""The configuration: where it comes from, and a sentence for each way in which it can be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.config import ConfigError, load_config

TABLE = '[tool.clientsmith]\nspec = "api/openapi.yaml"\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")


def test_the_command_line_alone(project: Path) -> None:
    config = load_config("openapi.yaml", output="out", package="shop", client_name="Shop")
    assert (config.spec, config.output, config.package, config.client_name) == ("openapi.yaml", "out", "shop", "Shop")
    assert load_config("openapi.yaml").output == "generated"


def test_the_file_alone(project: Path) -> None:
    write(project, TABLE + 'package = "shop"\nclient-name = "Shop"\n')
    config = load_config()
    assert (config.spec, config.output, config.package, config.client_name) == (
        "api/openapi.yaml",
        "generated",
        "shop",
        "Shop",
    )


def test_flags_win_over_the_file(project: Path) -> None:
    write(project, TABLE + 'package = "shop"\noutput = "there"\n')
    config = load_config(package="other", output="here")
    assert (config.spec, config.output, config.package) == ("api/openapi.yaml", "here", "other")


def test_a_document_on_the_command_line_stands_alone(project: Path) -> None:
    write(project, TABLE + 'package = "shop"\n')
    assert load_config("other.yaml").package is None


def test_the_file_is_found_from_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, TABLE)
    below = project / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    config = load_config()
    assert Path(config.spec) == project / "api" / "openapi.yaml"
    assert Path(config.output) == project / "generated"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "no pyproject.toml found: say `clientsmith generate openapi.yaml`"),
        ("[project]\n", "has no [tool.clientsmith] table: add one with `spec`"),
        ("tool = 5\n", "has no [tool.clientsmith] table"),
        ("[tool.clientsmith]\n", "[tool.clientsmith] needs `spec`"),
        ("not toml", "cannot be read"),
        (TABLE + 'pakage = "x"\n', "there is no setting 'pakage'; did you mean 'package'?"),
        (
            TABLE + "zzz = 1\n",
            "there is no setting 'zzz'; known are spec, output, package, client_name, http_library, names, ",
        ),
        (TABLE + 'package = "a-b"\n', "package: 'a-b' is not a name that Python code can use."),
        (TABLE + 'package = "class"\n', "package: 'class' is not a name that Python code can use."),
        (TABLE + 'client_name = "_X"\n', "client_name: '_X' is not a name that Python code can use."),
        (TABLE + f'package = "{"x" * 81}"\n', "package: a name may have 80 characters, not 81."),
        ("[tool.clientsmith]\nspec = 5\n", "spec: "),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(project: Path, text: str | None, words: str) -> None:
    if text is not None:
        write(project, text)
    with pytest.raises(ConfigError) as caught:
        load_config()
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_several_faults_are_told_at_once(project: Path) -> None:
    write(project, TABLE + 'package = "a-b"\nclient_name = "1"\n')
    with pytest.raises(ConfigError) as caught:
        load_config()
    assert str(caught.value).count("\n") == 1
