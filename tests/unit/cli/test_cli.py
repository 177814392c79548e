"""The command line: exit codes, what goes to which stream, and no traceback for bad input."""

from __future__ import annotations

import functools
import io
import json
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from clientsmith import cli
from support.generation import clean_environment, document

SPEC = document("""
    servers: [{url: "https://shop.example"}]
    paths:
      /things/{id}:
        get:
          operationId: getThing
          tags: [things]
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
    components: {schemas: {Thing: {type: object, required: [id], properties: {id: {type: string}}}}}
""")
BAD = SPEC.replace("#/components/schemas/Thing", "#/components/schemas/Think").replace("name: id,", "name: ID,")


@dataclass(frozen=True, slots=True)
class Done:
    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "openapi.yaml").write_text(SPEC, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.clientsmith]\nspec = "openapi.yaml"\noutput = "out"\n', encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def call(*arguments: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["clientsmith", *arguments])
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Done(code, out, err)

    return call


def test_generate_tells_a_summary(run) -> None:
    done = run("generate")
    assert (done.code, done.out) == (0, "")
    assert "shop: 1 operation, 1 model, " in done.err
    assert " changed) in out, " in done.err
    assert "(nothing changed)" in run("generate").err


def test_generate_takes_flags(run, folder: Path) -> None:
    done = run("generate", "openapi.yaml", "--output", "there", "--package", "corner", "--client-name", "Corner")
    assert done.code == 0
    assert "class Corner(Client)" in (folder / "there" / "corner" / "client.py").read_text(encoding="utf-8")


def test_check(run, folder: Path) -> None:
    done = run("check")
    assert done.code == 1
    assert "shop/client.py: missing" in done.out
    assert "run `clientsmith generate`" in done.err
    assert not (folder / "out").exists()
    run("generate")
    done = run("check")
    assert (done.code, done.out) == (0, "")
    assert "up to date" in done.err


def test_check_after_a_hand_edit(run, folder: Path) -> None:
    run("generate")
    edited = folder / "out" / "shop" / "client.py"
    text = edited.read_text(encoding="utf-8").replace("class Shop", "class Shopped")
    edited.write_text(text, encoding="utf-8")
    done = run("check")
    assert done.code == 1
    assert "shop/client.py: differs" in done.out
    assert "-class Shopped(Client):" in done.out
    assert "+class Shop(Client):" in done.out
    assert edited.read_text(encoding="utf-8") == text


def test_check_after_a_deleted_file(run, folder: Path) -> None:
    run("generate")
    (folder / "out" / "shop" / "py.typed").unlink()
    done = run("check")
    assert (done.code, done.out) == (1, "shop/py.typed: missing\n")
    assert "1 file:" in done.err


def test_check_after_an_edit_of_the_document(run, folder: Path) -> None:
    run("generate")
    edited = SPEC.replace("/things/", "/stuff/").replace("tags: [things]", "tags: [stuff]")
    (folder / "openapi.yaml").write_text(edited, encoding="utf-8")
    done = run("check")
    assert done.code == 1
    assert "shop/resources/stuff.py: missing" in done.out
    assert "shop/resources/things.py: no longer generated" in done.out


def test_a_line_end_of_another_system_counts(run, folder: Path) -> None:
    run("generate")
    edited = folder / "out" / "shop" / "errors.py"
    edited.write_bytes(edited.read_bytes().replace(b"\n", b"\r\n"))
    assert run("check").code == 1


def test_validate(run) -> None:
    done = run("validate", "openapi.yaml")
    assert (done.code, done.out) == (0, "")
    assert "openapi.yaml: 0 errors, 0 warnings" in done.err
    done = run("validate", "bad.yaml")
    assert (done.code, done.out) == (2, "")
    assert "bad.yaml:" in done.err
    assert "[ref-not-found]" in done.err
    assert "[path-parameter-unknown]" in done.err, "all faults come in one run"


def test_bundle(run) -> None:
    done = run("bundle", "openapi.yaml")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["paths"]["/things/{id}"]["get"]["operationId"] == "getThing"


def test_inspect(run) -> None:
    done = run("inspect", "openapi.yaml")
    assert done.code == 0
    assert json.loads(done.out)["groups"][0]["operations"][0]["method_name"] == "get"
    assert run("inspect").out == done.out.replace('"package": "shop"', '"package": "shop"')


@pytest.mark.parametrize("command", ["generate", "check", "validate", "bundle", "inspect"])
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.yaml", None, "missing.yaml"),
        ("http://[", None, "file-not-found"),
        ("binary.yaml", b"\x00\xff\xfe\x80", "binary.yaml"),
        ("list.yaml", b"- 1\n", "error["),
        ("empty.yaml", b"", "error["),
        ("text.yaml", b"just text", "error["),
        ("broken.json", b'{"openapi": "3.1.0",', "error["),
        ("twice.yaml", b"openapi: 3.1.0\nopenapi: 3.1.0\n", "[duplicate-key]"),
    ],
)
def test_bad_documents(run, command: str, name: str, content: bytes | None, words: str) -> None:
    folder = Path.cwd()
    if content is not None:
        (folder / name).write_bytes(content)
    done = run(command, name)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert not (folder / "generated").exists()


def test_a_bad_document_leaves_the_old_output(run, folder: Path) -> None:
    run("generate")
    before = {path: path.read_bytes() for path in (folder / "out").rglob("*") if path.is_file()}
    done = run("generate", "bad.yaml", "--output", "out", "--package", "shop", "--no-lenient")
    assert done.code == 2
    assert "nothing was generated" in done.err
    assert {path: path.read_bytes() for path in (folder / "out").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["generate", "openapi.yaml", "--package", "a-b"], "not a name that Python code can use"),
        (["generate", "openapi.yaml", "--client-name", "Client"], "choose another name"),
        (["generate", "openapi.yaml", "--output", "openapi.yaml"], "openapi.yaml"),
        (["generate", "openapi.yaml", "--output", "openapi.yaml/out"], "cannot write"),
        (["generate", "--colour"], "No such option"),
        (["generate", "a", "b"], "unexpected extra argument"),
        (["generate", "openapi.yaml", "--include-tag", "thing"], "Did you mean 'things'?"),
        (["vanish"], "No such command"),
    ],
)
def test_bad_usage(run, arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert words in " ".join(done.err.split())


def test_without_a_configuration(run, folder: Path) -> None:
    (folder / "pyproject.toml").unlink()
    done = run("generate")
    assert (done.code, done.out) == (2, "")
    assert "say `clientsmith generate openapi.yaml`" in done.err


def test_version_and_help(run) -> None:
    assert run("--version") == Done(0, version("clientsmith") + "\n", "")
    done = run("--help")
    assert (done.code, done.err) == (0, "")
    for command in ("generate", "check", "validate", "bundle", "inspect"):
        assert command in done.out
        assert run(command, "-h").code == 0


def test_the_installed_commands(folder: Path) -> None:
    """The script and `python -m clientsmith`, in an unfriendly locale, with control characters in a fault."""
    (folder / "evil.yaml").write_text(
        SPEC.replace("getThing", '"\\e[31mgetThing é"').replace("in: path", "in: pth"), encoding="utf-8"
    )
    command = shutil.which("clientsmith", path=str(Path(sys.executable).parent))
    assert command is not None
    variables = clean_environment(LC_ALL="C", PYTHONIOENCODING="ascii", NO_COLOR="1")
    for start in ([command], [sys.executable, "-m", "clientsmith"]):
        done = subprocess.run(
            [*start, "validate", "evil.yaml"], env=variables, capture_output=True, check=False, cwd=folder
        )
        assert done.returncode == 2
        assert done.stdout == b""
        assert b"\x1b" not in done.stderr
        assert b"Traceback" not in done.stderr


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch):
    def pipe(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return pipe


def test_standard_input_is_a_document_like_others(run, piped, folder: Path) -> None:
    piped(SPEC)
    assert run("generate", "-", "--output", "out").code == 0
    manifest = json.loads((folder / "out" / "clientsmith-manifest.json").read_text(encoding="utf-8"))
    assert manifest["spec"]["path"] == "-"
    piped(SPEC)
    assert run("check", "-", "--output", "out").code == 0
    piped(SPEC)
    assert "<stdin>: 0 errors, 0 warnings" in run("validate", "-").err
    piped(json.dumps(yaml.safe_load(SPEC)))
    assert json.loads(run("bundle", "-").out)["info"]["title"] == "Shop"
    piped(SPEC)
    assert json.loads(run("inspect", "-").out)["package"] == "shop"
    piped("")
    assert "error[empty-document]" in run("generate", "-").err


def test_references_of_standard_input_lead_into_the_working_directory(run, piped, folder: Path) -> None:
    (folder / "thing.yaml").write_text("type: string\n", encoding="utf-8")
    piped(SPEC.replace("#/components/schemas/Thing", "thing.yaml"))
    assert run("validate", "-").code == 0
    piped(SPEC.replace("#/components/schemas/Thing", "../thing.yaml"))
    assert "[ref-outside]" in run("validate", "-").err


def test_a_closed_standard_input_is_told(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "There is no standard input" in run("validate", "-").err


def test_references_may_lead_into_another_folder_where_that_is_allowed(run, folder: Path) -> None:
    (folder / "api").mkdir()
    (folder / "thing.yaml").write_text("type: string\n", encoding="utf-8")
    text = SPEC.replace("#/components/schemas/Thing", "../thing.yaml")
    (folder / "api" / "openapi.yaml").write_text(text, encoding="utf-8")
    assert "[ref-outside]" in run("validate", "api/openapi.yaml").err
    assert run("validate", "api/openapi.yaml", "--root", ".").code == 0


def test_a_document_of_a_server(run, folder: Path) -> None:
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://me:passphrase@127.0.0.1:{server.server_port}/openapi.yaml?token=passphrase"
        refused = run("generate", url, "--output", "out")
        assert (refused.code, "--allow-remote" in refused.err) == (2, True)
        refused = run("generate", url, "--output", "out", "--allow-remote")
        assert (refused.code, "is not public" in refused.err) == (2, True)
        assert not (folder / "out").exists()
        allowed = ("--output", "out", "--allow-remote", "--allow-private-hosts")
        assert run("generate", url, *allowed).code == 0
        assert run("check", url, *allowed).code == 0
        (folder / "pyproject.toml").write_text(
            f'[tool.clientsmith]\nspec = "{url}"\noutput = "out"\nallow-remote = true\nallow-private-hosts = true\n'
        )
        assert run("check").code == 0
        server.shutdown()
    everything = "".join(path.read_text(encoding="utf-8") for path in (folder / "out").rglob("*") if path.is_file())
    assert "passphrase" not in everything + refused.err
    assert f"http://127.0.0.1:{server.server_port}/openapi.yaml?…" in everything
