"""The official Python client on Prism with the latest edition: nothing is refused but what should be."""

import os

import cloudflare
import pytest

ACCOUNT = "a86a8f5c339544d7bdc89926de14fb8c"
OVERRIDES = [{"name": "search", "alias": "find", "description": "Finds", "enabled": True}]
SERVER = {
    "account_id": ACCOUNT,
    "name": "Docs",
    "description": None,
    "auth_credentials": "a-credential",
    "client_secret": "a-secret",
    "is_shared_oauth_callback_enabled": True,
    "secure_web_gateway": True,
    "updated_tools": OVERRIDES,
    "updated_prompts": OVERRIDES,
}
CREATED = {**SERVER, "id": "docs", "hostname": "https://docs.example.com/mcp", "auth_type": "oauth"}
PORTAL = {
    "account_id": ACCOUNT,
    "name": "Engineering",
    "hostname": "mcp.example.com",
    "description": "Tools",
    "code_mode": "enforced",
    "allow_code_mode": True,
    "secure_web_gateway": True,
    "servers": [
        {
            "server_id": "docs",
            "default_disabled": True,
            "on_behalf": False,
            "updated_tools": OVERRIDES,
            "updated_prompts": OVERRIDES,
        }
    ],
}


@pytest.fixture
def mcp():
    client = cloudflare.Cloudflare(
        api_token="any", base_url=os.environ["CLOUDFLARE_PRISM_URL"], max_retries=0, timeout=20
    )
    return client.zero_trust.access.ai_controls.mcp


def test_every_call_with_every_field_is_taken(mcp):
    mcp.servers.create(**CREATED)
    mcp.servers.update("docs", **SERVER)
    mcp.servers.read("docs", account_id=ACCOUNT)
    mcp.servers.sync("docs", account_id=ACCOUNT)
    mcp.servers.delete("docs", account_id=ACCOUNT)
    mcp.servers.list(account_id=ACCOUNT, page=1, per_page=100, search="docs")
    mcp.portals.create(id="engineering", **PORTAL)
    mcp.portals.update("engineering", **PORTAL)
    mcp.portals.read("engineering", account_id=ACCOUNT)
    mcp.portals.delete("engineering", account_id=ACCOUNT)
    mcp.portals.list(account_id=ACCOUNT, page=1, per_page=100, search="eng")


@pytest.mark.parametrize(
    "call",
    [
        lambda mcp: mcp.servers.create(**{**CREATED, "id": "Two--hyphens"}),
        lambda mcp: mcp.servers.create(**{**CREATED, "description": "x" * 513}),
        lambda mcp: mcp.portals.create(id="engineering", **{**PORTAL, "hostname": "https://mcp.example.com"}),
        lambda mcp: mcp.portals.list(account_id=ACCOUNT, per_page=101),
        lambda mcp: mcp.portals.update("engineering", account_id=ACCOUNT, code_mode="on"),
    ],
)
def test_what_should_be_refused_is(mcp, call):
    with pytest.raises(cloudflare.BadRequestError):
        call(mcp)
