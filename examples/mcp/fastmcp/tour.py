"""Creates a portal through MCP, changes its name, and deletes it, as a model would with the tools of server.py."""

import asyncio
import os
from typing import Any

from fastmcp import Client
from server import server


async def main() -> None:
    async with Client(server) as client:
        account = {"account_id": os.environ["CLOUDFLARE_ACCOUNT_ID"]}

        async def call(tool: str, **arguments: Any) -> dict[str, Any]:
            return (await client.call_tool(tool, {**account, **arguments})).structured_content["result"]

        tools = {tool.name for tool in await client.list_tools()}
        offered = ", ".join(name for name in ("createPortal", "updatePortal", "deletePortal") if name in tools)
        print(f"listTools: {offered}")

        portal = await call("createPortal", id="engineering", name="Engineering", hostname="mcp.example.com")
        print(f"createPortal: {portal['id']} at {portal['hostname']}")

        portal = await call("updatePortal", id="engineering", name="Platform engineering")
        print(f"updatePortal: {portal['name']}")

        waiting = await call("readServer", id="waiting")
        print("readServer: waiting offers", ", ".join(tool["name"] for tool in waiting["tools"] or []) or "nothing")

        future = await call("readServer", id="future")
        print(f"readServer: {future['name']} signs in with {future['auth_type']}")

        print("deletePortal:", (await call("deletePortal", id="engineering"))["id"])


asyncio.run(main())
