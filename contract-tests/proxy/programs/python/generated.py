"""The story of contract-tests/proxy/story.ts, told by the client that openapi-python-client generates."""

import os

from cloudflare_mcp_portals import AuthenticatedClient
from cloudflare_mcp_portals import models
from cloudflare_mcp_portals.api.portals import create_portal, delete_portal, list_portals, read_portal, update_portal
from cloudflare_mcp_portals.api.servers import (
    create_server,
    delete_server,
    list_servers,
    read_server,
    sync_server,
    update_server,
)

ACCOUNT = os.environ["CLOUDFLARE_ACCOUNT_ID"]
client = AuthenticatedClient(base_url=os.environ["CLOUDFLARE_BASE_URL"], token=os.environ["CLOUDFLARE_API_TOKEN"])
docs = models.McpServerCreate(
    id="docs", name="Docs", hostname="https://docs.example.com/mcp", auth_type=models.McpServerAuthType.UNAUTHENTICATED
)
attached = models.PortalServerAttachment(server_id="docs")
engineering = models.McpPortalCreate(
    id="engineering", name="Engineering", hostname="mcp.example.com", servers=[attached]
)

for operation, arguments in [
    (list_servers, {"per_page": 100}),
    (create_server, {"body": docs}),
    (sync_server, {"id": "docs"}),
    (read_server, {"id": "docs"}),
    (update_server, {"id": "docs", "body": models.McpServerUpdate(name="Product docs")}),
    (create_portal, {"body": engineering}),
    (list_portals, {"per_page": 100}),
    (read_portal, {"id": "engineering"}),
    (update_portal, {"id": "engineering", "body": models.McpPortalUpdate(name="Platform")}),
    (delete_portal, {"id": "engineering"}),
    (delete_server, {"id": "docs"}),
    (read_server, {"id": "docs"}),
]:
    # Whatever comes back, the story goes on.
    try:
        operation.sync_detailed(account_id=ACCOUNT, client=client, **arguments)
    except Exception as error:
        print(type(error).__name__)
