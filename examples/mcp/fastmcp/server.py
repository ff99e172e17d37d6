"""An MCP server whose tools are the operations of the API, each under its operationId."""

import json
import os
from pathlib import Path

import httpx2
from fastmcp import FastMCP

server = FastMCP.from_openapi(
    json.loads(Path("openapi.json").read_text()),
    name="mcp-portals",
    client=httpx2.AsyncClient(
        base_url=os.environ["CLOUDFLARE_BASE_URL"],
        headers={"Authorization": f"Bearer {os.environ['CLOUDFLARE_API_TOKEN']}"},
        # httpx gives up after 5 seconds; a sync can take longer.
        timeout=60,
    ),
    # With validation, a value that is newer than openapi.json is an error, and the model never sees the response.
    validate_output=False,
)

if __name__ == "__main__":
    server.run()
