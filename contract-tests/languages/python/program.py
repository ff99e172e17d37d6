"""Registers an MCP server, publishes it in a portal, and takes both down again."""

import os
from collections.abc import Callable, Iterator
from http import HTTPStatus
from itertools import count
from typing import TypeVar

from cloudflare_mcp_portals import AuthenticatedClient
from cloudflare_mcp_portals.api.portals import create_portal, delete_portal, list_portals, read_portal, update_portal
from cloudflare_mcp_portals.api.servers import (
    create_server,
    delete_server,
    list_servers,
    read_server,
    sync_server,
    update_server,
)
from cloudflare_mcp_portals.models import (
    ApiFailure,
    Capability,
    CapabilityOverride,
    McpPortalCreate,
    McpPortalUpdate,
    McpServerCreate,
    McpServerUpdate,
    PortalServerAttachment,
)
from httpx import Timeout


class Refusal(Exception):
    """What the API said against a request."""


Envelope = TypeVar("Envelope")
Item = TypeVar("Item")
AUTH_TYPES = ("oauth", "bearer", "unauthenticated")


def checked(response: Envelope | ApiFailure | None) -> Envelope:
    """The envelope; the API's refusal is raised."""
    if isinstance(response, ApiFailure):
        raise Refusal("; ".join(error.message for error in response.errors))
    if response is None:
        raise Refusal("a response that the description does not know")
    return response


def pages(read: Callable[[int], list[Item]]) -> Iterator[Item]:
    """Every item of every page. The last page is the empty one: the API does not say how many there are."""
    for number in count(1):
        items = read(number)
        if not items:
            return
        yield from items


def names(tools: list[Capability] | None) -> str:
    return ", ".join(tool["name"] for tool in tools or [])


def main() -> None:
    account = os.environ["CLOUDFLARE_ACCOUNT_ID"]
    client = AuthenticatedClient(
        base_url=os.environ["CLOUDFLARE_BASE_URL"],
        token=os.environ["CLOUDFLARE_API_TOKEN"],
        # httpx gives up after 5 seconds; a sync can take longer.
        timeout=Timeout(60),
    )

    server = checked(
        create_server.sync(
            account,
            client=client,
            body=McpServerCreate(
                id="docs",
                name="Docs",
                hostname="https://docs.example.com/mcp",
                auth_type="unauthenticated",
            ),
        )
    ).result
    print(f"createServer: {server.id} is {server.status}")

    synced = checked(sync_server.sync(account, "docs", client=client)).result
    print(f"syncServer: {synced.status}")

    server = checked(read_server.sync(account, "docs", client=client)).result
    print("readServer: docs offers", names(server.tools))

    # Until somebody has logged in, nobody knows its tools.
    server = checked(read_server.sync(account, "waiting", client=client)).result
    print("readServer: waiting offers", names(server.tools) or "nothing")

    server = checked(read_server.sync(account, "future", client=client)).result
    if server.auth_type not in AUTH_TYPES:
        print(f"readServer: {server.name} has an auth_type that this client does not know")

    overrides = [
        CapabilityOverride(name="search", alias="search-docs"),
        CapabilityOverride(name="purge_index", enabled=False),
    ]
    server = checked(
        update_server.sync(account, "docs", client=client, body=McpServerUpdate(updated_tools=overrides))
    ).result
    shown = [str(tool.alias or tool.name) for tool in server.updated_tools or [] if tool.enabled is not False]
    print("updateServer: docs shows", ", ".join(shown))

    # An empty list takes all overrides back.
    checked(update_server.sync(account, "docs", client=client, body=McpServerUpdate(updated_tools=[])))

    servers = pages(lambda page: checked(list_servers.sync(account, client=client, page=page, per_page=50)).result)
    print(f"listServers: {len(list(servers))} servers")

    portal = checked(
        create_portal.sync(
            account,
            client=client,
            body=McpPortalCreate(
                id="engineering",
                name="Engineering",
                hostname="mcp.example.com",
                servers=[PortalServerAttachment(server_id="docs", on_behalf=True)],
            ),
        )
    ).result
    print(f"createPortal: {portal.id} at {portal.hostname}")

    # What is left out stays as it is: the portal keeps its servers.
    portal = checked(
        update_portal.sync(account, "engineering", client=client, body=McpPortalUpdate(name="Platform engineering"))
    ).result
    print(f"updatePortal: {portal.name}")

    portal = checked(read_portal.sync(account, "engineering", client=client)).result
    print("readPortal: engineering publishes", ", ".join(server.id for server in portal.servers))

    for unknown in ("unknown", "busy"):
        response = read_portal.sync_detailed(account, unknown, client=client)
        if response.status_code is HTTPStatus.TOO_MANY_REQUESTS:
            print(f"readPortal: {response.status_code}, try again in {response.headers['Retry-After']} s")
        elif isinstance(response.parsed, ApiFailure):
            print(f"readPortal: {response.status_code}, {response.parsed.errors[0].code}")

    portals = pages(lambda page: checked(list_portals.sync(account, client=client, page=page, per_page=50)).result)
    print(f"listPortals: {len(list(portals))} portals")

    print("deletePortal:", checked(delete_portal.sync(account, "engineering", client=client)).result.id)
    print("deleteServer:", checked(delete_server.sync(account, "docs", client=client)).result.id)


if __name__ == "__main__":
    main()
