"""The official Python client on the mock: every call with every field that it knows, and both lists to their end."""

import os

import cloudflare
import pytest

ACCOUNT = "a86a8f5c339544d7bdc89926de14fb8c"
OVERRIDES = [{"name": "search", "alias": "find", "description": "Finds", "enabled": True}]
PROMPTS = [{"name": "sum", "alias": "sum-up", "description": "Sums up", "enabled": False}]


@pytest.fixture
def mcp(mock):
    # Strict: it raises where a response is not what its own types say.
    client = cloudflare.Cloudflare(
        api_token="any",
        base_url=os.environ["CLOUDFLARE_BASE_URL"],
        max_retries=0,
        timeout=20,
        _strict_response_validation=True,
    )
    return client.zero_trust.access.ai_controls.mcp


def test_the_life_of_a_server_and_a_portal(mcp):
    server = {
        "name": "Docs",
        "description": "Documentation",
        "auth_credentials": "a-credential",
        "client_secret": "a-secret",
        "is_shared_oauth_callback_enabled": True,
        "secure_web_gateway": True,
        "updated_tools": OVERRIDES,
        "updated_prompts": PROMPTS,
    }
    created = mcp.servers.create(
        account_id=ACCOUNT, id="docs", hostname="https://docs.example.com/mcp", auth_type="oauth", **server
    )
    assert (created.id, created.auth_type, created.status) == ("docs", "oauth", "waiting")
    assert created.updated_tools[0].alias == "find"
    assert created.auth_config_summary.has_client_secret is True
    assert created.created_at.year >= 2026
    assert "a-credential" not in created.to_json() and "a-secret" not in created.to_json()

    updated = mcp.servers.update("docs", account_id=ACCOUNT, **{**server, "name": "Product docs", "description": None})
    assert (updated.name, updated.description) == ("Product docs", None)
    assert updated.modified_at.replace(tzinfo=None) > created.modified_at.replace(tzinfo=None)
    assert mcp.servers.sync("docs", account_id=ACCOUNT).status == "ready"
    read = mcp.servers.read("docs", account_id=ACCOUNT)
    assert [tool["name"] for tool in read.tools] == ["search", "fetch"]

    portal = {
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
                "updated_prompts": [],
            }
        ],
    }
    made = mcp.portals.create(account_id=ACCOUNT, id="engineering", **portal)
    assert made.code_mode == "enforced"
    assert made.servers[0].server_id == "docs"
    assert made.servers[0].updated_tools[0].portal_alias == "find"
    assert made.servers[0].updated_prompts == []
    changed = mcp.portals.update("engineering", account_id=ACCOUNT, **{**portal, "name": "Platform"})
    assert mcp.portals.read("engineering", account_id=ACCOUNT).name == changed.name == "Platform"
    assert mcp.portals.delete("engineering", account_id=ACCOUNT).id == "engineering"
    assert mcp.servers.delete("docs", account_id=ACCOUNT).id == "docs"
    with pytest.raises(cloudflare.NotFoundError):
        mcp.servers.read("docs", account_id=ACCOUNT)
    with pytest.raises(cloudflare.BadRequestError) as refused:
        mcp.portals.create(account_id=ACCOUNT, id="Engineering", name="x", hostname="mcp.example.com")
    assert refused.value.errors[0].code == 7001


def test_both_lists_come_to_an_end(mcp):
    ids = [f"server-{number}" for number in range(45)]
    for id in ids:
        mcp.servers.create(
            account_id=ACCOUNT, id=id, name=id, hostname="https://docs.example.com/mcp", auth_type="unauthenticated"
        )
        mcp.portals.create(account_id=ACCOUNT, id=id, name=id, hostname="mcp.example.com", servers=[{"server_id": id}])
    assert [server.id for server in mcp.servers.list(account_id=ACCOUNT)] == ids
    assert [portal.id for portal in mcp.portals.list(account_id=ACCOUNT, per_page=7)] == ids
    assert [portal.id for portal in mcp.portals.list(account_id=ACCOUNT, search="SERVER-44")] == ["server-44"]
