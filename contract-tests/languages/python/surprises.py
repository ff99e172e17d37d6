"""What the generated client makes of responses that the description does not have, as the guide says it does."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

SERVER = {
    "id": "docs",
    "name": "Docs",
    "hostname": "https://docs.example.com/mcp",
    "auth_type": "passkey",
    "tools": [],
    "prompts": [],
}
ENVELOPE = json.dumps({"success": True, "errors": [], "messages": [], "result": SERVER})


@contextmanager
def answering(status: int, media: str, text: str) -> Iterator[str]:
    """The URL of a server that has this one answer."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.end_headers()
            self.wfile.write(text.encode())

        do_GET = do_POST = answer

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def raised(call: Callable[[], object]) -> type[ValueError] | None:
    try:
        call()
    except ValueError as error:
        return type(error)
    return None


def generate_closed() -> None:
    """As generated, without open_enums.py."""
    description = json.loads(Path("openapi.json").read_text())
    description["components"]["schemas"]["McpServerAuthType"]["enum"] = ["oauth", "bearer", "unauthenticated"]
    Path("closed.json").write_text(json.dumps(description))
    command = "openapi-python-client generate --path closed.json --meta none --output-path closed --overwrite"
    subprocess.run(f".venv/bin/{command}".split(), check=True, capture_output=True)


def main() -> None:
    generate_closed()
    import closed
    import cloudflare_mcp_portals as opened
    from closed.api.servers import read_server as read_closed
    from cloudflare_mcp_portals.api.servers import create_server, read_server
    from cloudflare_mcp_portals.models import ApiFailure, McpServerCreate

    with answering(502, "text/html", "<h1>Bad gateway</h1>") as url:
        client = opened.AuthenticatedClient(base_url=url, token="any")
        assert raised(lambda: read_server.sync("any", "docs", client=client)) is json.JSONDecodeError

    with answering(200, "application/json", ENVELOPE) as url:
        client = opened.AuthenticatedClient(base_url=url, token="any")
        body = McpServerCreate(id="docs", name="Docs", hostname="https://docs.example.com/mcp", auth_type="oauth")
        assert isinstance(create_server.sync("any", client=client, body=body), ApiFailure)

        assert raised(lambda: read_server.sync("any", "docs", client=client)) is None
        strict = closed.AuthenticatedClient(base_url=url, token="any")
        assert raised(lambda: read_closed.sync("any", "docs", client=strict)) is ValueError


if __name__ == "__main__":
    main()
