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
    CapabilityOverride,
    McpPortalCreate,
    McpPortalListEnvelope,
    McpPortalUpdate,
    McpServerAuthType,
    McpServerCreate,
    McpServerListEnvelope,
    McpServerUpdate,
    PortalServerAttachment,
)
from httpx import Timeout


class Refusal(Exception):
    """What the API said against a request."""


Envelope = TypeVar("Envelope")
Page = TypeVar("Page", McpServerListEnvelope, McpPortalListEnvelope)


def connect(**headers: str) -> AuthenticatedClient:
    return AuthenticatedClient(
        base_url=os.environ["CLOUDFLARE_BASE_URL"],
        token=os.environ["CLOUDFLARE_API_TOKEN"],
        headers=headers,
        # httpx gives up after 5 seconds; a sync can take longer.
        timeout=Timeout(60),
    )


def checked(answer: Envelope | ApiFailure | None) -> Envelope:
    """The envelope; the API's refusal is raised."""
    if isinstance(answer, ApiFailure):
        raise Refusal("; ".join(error.message for error in answer.errors))
    if answer is None:
        raise Refusal("an answer that the description does not know")
    return answer


def pages(read: Callable[[int], Page | ApiFailure | None]) -> Iterator[Page]:
    for number in count(1):
        page = checked(read(number))
        yield page
        if not page.result_info or number >= (page.result_info.total_pages or 0):
            return


def main() -> None:
    account = os.environ["CLOUDFLARE_ACCOUNT_ID"]
    client = connect()

    server = checked(
        create_server.sync(
            account,
            client=client,
            body=McpServerCreate(
                id="docs",
                name="Docs",
                hostname="https://docs.example.com/mcp",
                auth_type=McpServerAuthType.UNAUTHENTICATED,
            ),
        )
    ).result
    print(f"createServer: {server.id} is {server.status}")

    synced = checked(sync_server.sync(account, "docs", client=client)).result
    print(f"syncServer: {synced.status}")

    server = checked(read_server.sync(account, "docs", client=client)).result
    print("readServer: docs offers", ", ".join(tool["name"] for tool in server.tools))

    renamed = CapabilityOverride(name="search", alias="search-docs")
    server = checked(
        update_server.sync(account, "docs", client=client, body=McpServerUpdate(updated_tools=[renamed]))
    ).result
    print("updateServer: docs shows", ", ".join(str(tool.alias or tool.name) for tool in server.updated_tools or []))

    servers = [
        server.id
        for page in pages(lambda page: list_servers.sync(account, client=client, page=page, per_page=50))
        for server in page.result
    ]
    print("listServers:", ", ".join(servers))

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

    portal = checked(read_portal.sync(account, "engineering", client=client)).result
    print("readPortal: engineering publishes", ", ".join(server.id for server in portal.servers))

    # What is left out stays as it is: the portal keeps its servers.
    portal = checked(
        update_portal.sync(account, "engineering", client=client, body=McpPortalUpdate(name="Platform engineering"))
    ).result
    print(f"updatePortal: {portal.name}")

    portals = [
        portal.id
        for page in pages(lambda page: list_portals.sync(account, client=client, page=page, per_page=50))
        for portal in page.result
    ]
    print("listPortals:", ", ".join(portals))

    # The mock answers with the status that this header names. Not client.with_headers: it changes `client` too.
    unknown = read_portal.sync_detailed(account, "unknown", client=connect(Prefer="code=404"))
    if unknown.status_code is HTTPStatus.NOT_FOUND and isinstance(unknown.parsed, ApiFailure):
        [error] = unknown.parsed.errors
        print(f"readPortal: {unknown.status_code}, {error.code} {error.message}")

    print("deletePortal:", checked(delete_portal.sync(account, "engineering", client=client)).result.id)
    print("deleteServer:", checked(delete_server.sync(account, "docs", client=client)).result.id)


if __name__ == "__main__":
    main()
