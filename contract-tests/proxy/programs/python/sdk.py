"""The story of contract-tests/proxy/story.ts, told by Cloudflare's SDK, which finds the proxy by itself."""

import os

import cloudflare

ACCOUNT = os.environ["CLOUDFLARE_ACCOUNT_ID"]
mcp = cloudflare.Cloudflare(max_retries=0, timeout=20).zero_trust.access.ai_controls.mcp
portals, servers = mcp.portals, mcp.servers
docs = {"id": "docs", "hostname": "https://docs.example.com/mcp", "auth_type": "unauthenticated"}
engineering = {"id": "engineering", "hostname": "mcp.example.com", "servers": [{"server_id": "docs"}]}

for call in [
    lambda: servers.list(account_id=ACCOUNT, per_page=100),
    lambda: servers.create(account_id=ACCOUNT, name="Docs", **docs),
    lambda: servers.sync("docs", account_id=ACCOUNT),
    lambda: servers.read("docs", account_id=ACCOUNT),
    lambda: servers.update("docs", account_id=ACCOUNT, name="Product docs"),
    lambda: portals.create(account_id=ACCOUNT, name="Engineering", **engineering),
    lambda: portals.list(account_id=ACCOUNT, per_page=100),
    lambda: portals.read("engineering", account_id=ACCOUNT),
    lambda: portals.update("engineering", account_id=ACCOUNT, name="Platform"),
    lambda: portals.delete("engineering", account_id=ACCOUNT),
    lambda: servers.delete("docs", account_id=ACCOUNT),
    lambda: servers.read("docs", account_id=ACCOUNT),
]:
    # Whatever comes back, the story goes on.
    try:
        call()
    except Exception as error:
        print(type(error).__name__)
