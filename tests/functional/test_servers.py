"""Servers of the document, of paths and of operations, and variables in their addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith import Config, inspect
from support.driving import Driver
from support.generation import Generated, document, generate_package, run, write_spec

OPERATION = "responses: {'200': {description: ok, content: {application/json: {schema: {}}}}}"
SPEC = document(f"""
    servers:
      - url: "http://{{host}}:{{port}}/{{version}}"
        description: The production server
        variables:
          host: {{default: 127.0.0.1, description: Where it runs.}}
          port: {{default: "9"}}
          version: {{default: v2, enum: [v2, v1]}}
      - {{url: "http://127.0.0.1:{{port}}/play", name: sandbox, variables: {{port: {{default: "8"}}}}}}
      - {{url: "https://127.0.0.1:{{port}}/play", variables: {{port: {{default: "8"}}}}}}
    paths:
      /a:
        get: {{operationId: getA, tags: [x], {OPERATION}}}
        put:
          operationId: putA
          tags: [x]
          servers: [{{url: "http://localhost:{{port}}/", variables: {{port: {{default: "7"}}}}}}]
          {OPERATION}
      /b:
        servers: [{{url: /elsewhere}}]
        get: {{operationId: getB, tags: [x], {OPERATION}}}
        put: {{operationId: putB, tags: [x], servers: [{{url: "http://127.0.0.1:9/v2"}}], {OPERATION}}}
""")
PORT = "port=url.rpartition(':')[2]"


def test_variables_are_arguments(drive: Driver) -> None:
    assert drive("client.x.get_a()", client=PORT).sent.path == "/v2/a"
    assert drive("client.x.get_a()", client=f"{PORT}, version='v1'").sent.path == "/v1/a"
    assert drive.look("repr(package.Shop(host='shop.test', port='81'))") == "Shop(base_url='http://shop.test:81/v2')"


def test_a_server_is_chosen_by_name(drive: Driver) -> None:
    assert drive("client.x.get_a()", client=f"{PORT}, server='sandbox'").sent.path == "/play/a"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("server='staging'", "server must be one of 'production', 'sandbox', not 'staging'"),
        ("server='sandbox', version='v1'", "has no 'version' in its address"),
        ("host='evil.test/@127.0.0.1'", "'host' must be a part of an address"),
        ("port='9?x='", "'port' must be a part of an address"),
    ],
)
def test_a_choice_that_does_not_exist(drive: Driver, arguments: str, words: str) -> None:
    error = drive("client.x.get_a()", client=arguments).error
    assert error["type"] == "ValueError"
    assert words in error["message"]


def test_base_url_wins_over_everything(drive: Driver) -> None:
    for call, path in (("get_a", "/a"), ("put_a", "/a"), ("get_b", "/b")):
        assert drive(f"client.x.{call}()", client="base_url=url, server='sandbox'").sent.path == path


def test_paths_and_operations_have_servers_of_their_own(shop: Generated) -> None:
    source = shop.source("resources/x")
    assert 'base_url="http://localhost:7"' in source
    assert 'base_url="http://127.0.0.1:9/elsewhere"' in source
    assert source.count("base_url=") == 2


def test_they_are_called_there(shop: Generated) -> None:
    code = """
        import httpx, shop
        seen = []
        def answer(request):
            seen.append(str(request.url))
            return httpx.Response(200, json={})
        client = shop.Shop(server="sandbox", http_client=httpx.Client(transport=httpx.MockTransport(answer)))
        client.x.get_a(), client.x.put_a(), client.x.get_b()
        print(seen)
    """
    told = run(code, shop)
    assert told.strip() == "['http://127.0.0.1:8/play/a', 'http://localhost:7/a', 'http://127.0.0.1:9/elsewhere/b']"


def test_the_index_lists_them(shop: Generated) -> None:
    index = (shop.folder / "docs" / "index.md").read_text(encoding="utf-8")
    assert "`version`: `v2`, or `v1`" in index
    assert "| `sandbox` | `http://127.0.0.1:{port}/play` | `port`: `8` |" in index


@pytest.mark.parametrize(
    ("servers", "names"),
    [
        ("[{url: 'https://api.x.test', description: Production}, {url: 'https://dev.x.test'}]", ["production", "dev"]),
        ("[{url: 'https://x.test/eu'}, {url: 'https://x.test/us'}]", ["eu", "us"]),
        ("[{url: 'https://a.test', description: Live}, {url: 'https://b.test', description: Live}]", ["live", "b"]),
        ("[{url: 'https://{a}.test'}, {url: 'http://{a}.test'}]", ["test"]),
        ("[{url: 'ws://x.test'}, {url: ','}, {url: '//x.test'}]", ["x"]),
    ],
)
def test_names(servers: str, names: list[str], tmp_path: Path) -> None:
    import json

    spec = document(f"servers: {servers}\npaths: {{/a: {{get: {{{OPERATION}}}}}}}\n")
    path = write_spec(spec, tmp_path)
    text, _ = inspect(Config(spec=str(path), output=str(tmp_path / "out"), lenient=True))
    assert [server["name"] for server in json.loads(text)["servers"]] == names


def test_a_server_without_a_host_asks_for_one(tmp_path: Path) -> None:
    spec = document(f"servers: [{{url: /api/v2}}]\npaths: {{/a: {{get: {{{OPERATION}}}}}}}\n")
    generated = generate_package(spec, tmp_path)
    code = """
        import shop
        try:
            shop.Shop()
        except ValueError as error:
            print(error)
        print(shop.Shop(base_url="https://x.test/api/v2"))
    """
    told = run(code, generated)
    assert "says only '/api/v2', and not on which host: pass base_url=" in told
    assert "base_url='https://x.test/api/v2'" in told


def test_a_server_that_is_no_address_is_left_out(tmp_path: Path) -> None:
    spec = document(f"""
        servers: [{{url: "https://["}}, {{url: "https://{{host}}", variables: {{host: {{default: "["}}}}}}]
        paths:
          /a: {{get: {{operationId: getA, tags: [a], servers: [{{url: "http://["}}], {OPERATION}}}}}
    """)
    generated = generate_package(spec, tmp_path)
    assert run("import shop; print(shop.Shop(base_url='https://x.test').a)", generated)
