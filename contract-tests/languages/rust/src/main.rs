//! Registers an MCP server, publishes it in a portal, and takes both down again.

use std::{env, error::Error};

use mcp_portals::{
    Client, Error as ApiError,
    types::{
        Capability, CapabilityOverride, McpPortalCreate, McpPortalUpdate, McpServerCreate, McpServerUpdate,
        PortalServerAttachment,
    },
};
use reqwest::{
    StatusCode,
    header::{AUTHORIZATION, HeaderMap, HeaderValue, RETRY_AFTER},
};

#[allow(clippy::all, unused_imports)]
mod mcp_portals {
    include!(concat!(env!("OUT_DIR"), "/mcp_portals.rs"));
}

const PER_PAGE: u64 = 50;
const AUTH_TYPES: [&str; 3] = ["oauth", "bearer", "unauthenticated"];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let account = &env::var("CLOUDFLARE_ACCOUNT_ID")?;
    let client = &connect()?;
    servers(client, account).await?;
    portals(client, account).await?;
    refusals(client, account).await?;

    let portal = client
        .delete_portal()
        .account_id(account)
        .id("engineering")
        .send()
        .await?;
    println!("deletePortal: {}", portal.result.id);
    let server = client.delete_server().account_id(account).id("docs").send().await?;
    println!("deleteServer: {}", server.result.id);
    Ok(())
}

fn connect() -> Result<Client, Box<dyn Error>> {
    let mut token = HeaderValue::try_from(format!("Bearer {}", env::var("CLOUDFLARE_API_TOKEN")?))?;
    token.set_sensitive(true);
    let headers = HeaderMap::from_iter([(AUTHORIZATION, token)]);
    let http = reqwest::Client::builder().default_headers(headers).build()?;
    Ok(Client::new_with_client(&env::var("CLOUDFLARE_BASE_URL")?, http))
}

async fn servers(client: &Client, account: &str) -> Result<(), Box<dyn Error>> {
    let server = McpServerCreate::builder()
        .id("docs")
        .name("Docs")
        .hostname("https://docs.example.com/mcp")
        .auth_type(String::from("unauthenticated"));
    let created = &client
        .create_server()
        .account_id(account)
        .body(server)
        .send()
        .await?
        .result;
    println!(
        "createServer: {} is {}",
        created.id,
        created.status.as_deref().unwrap_or_default()
    );

    let synced = &client.sync_server().account_id(account).id("docs").send().await?.result;
    println!("syncServer: {}", synced.status.as_deref().unwrap_or_default());

    let docs = &client.read_server().account_id(account).id("docs").send().await?.result;
    println!("readServer: docs offers {}", names(&docs.tools));

    // Until somebody has logged in, nobody knows its tools.
    let waiting = &client
        .read_server()
        .account_id(account)
        .id("waiting")
        .send()
        .await?
        .result;
    let tools = names(&waiting.tools);
    println!(
        "readServer: waiting offers {}",
        if tools.is_empty() { "nothing" } else { &tools }
    );

    let future = &client
        .read_server()
        .account_id(account)
        .id("future")
        .send()
        .await?
        .result;
    if !AUTH_TYPES.contains(&future.auth_type.as_str()) {
        println!(
            "readServer: {} has an auth_type that this client does not know",
            future.name
        );
    }

    let renamed = CapabilityOverride::builder()
        .name("search")
        .alias(Some("search-docs".into()));
    let hidden = CapabilityOverride::builder().name("purge_index").enabled(Some(false));
    let change = McpServerUpdate::builder().updated_tools(vec![renamed.try_into()?, hidden.try_into()?]);
    let updated = &client
        .update_server()
        .account_id(account)
        .id("docs")
        .body(change)
        .send()
        .await?
        .result;
    let tools = updated.updated_tools.iter().flatten();
    let shown = tools
        .filter(|tool| tool.enabled != Some(false))
        .map(|tool| tool.alias.as_ref().unwrap_or(&tool.name));
    println!("updateServer: docs shows {}", list(shown));

    // An empty list takes all overrides back.
    let change = McpServerUpdate::builder().updated_tools(vec![]);
    client
        .update_server()
        .account_id(account)
        .id("docs")
        .body(change)
        .send()
        .await?;

    let mut servers = Vec::new();
    for page in 1.. {
        let listed = client
            .list_servers()
            .account_id(account)
            .page(page)
            .per_page(PER_PAGE)
            .send()
            .await?;
        // The last page is the empty one: the API does not say how many there are.
        if listed.result.is_empty() {
            break;
        }
        servers.extend(listed.into_inner().result);
    }
    println!("listServers: {} servers", servers.len());
    Ok(())
}

async fn portals(client: &Client, account: &str) -> Result<(), Box<dyn Error>> {
    let attached = PortalServerAttachment {
        server_id: "docs".try_into()?,
        on_behalf: Some(true),
        default_disabled: None,
        updated_prompts: None,
        updated_tools: None,
    };
    let portal = McpPortalCreate::builder()
        .id("engineering")
        .name("Engineering")
        .hostname("mcp.example.com")
        .servers(vec![attached]);
    let created = &client
        .create_portal()
        .account_id(account)
        .body(portal)
        .send()
        .await?
        .result;
    println!("createPortal: {} at {}", created.id, created.hostname);

    // What is left out stays as it is: the portal keeps its servers.
    let change = McpPortalUpdate::builder().name(Some("Platform engineering".try_into()?));
    let updated = &client
        .update_portal()
        .account_id(account)
        .id("engineering")
        .body(change)
        .send()
        .await?
        .result;
    println!("updatePortal: {}", updated.name);

    let portal = &client
        .read_portal()
        .account_id(account)
        .id("engineering")
        .send()
        .await?
        .result;
    println!(
        "readPortal: engineering publishes {}",
        list(portal.servers.iter().flatten().map(|server| &server.id))
    );

    let mut portals = Vec::new();
    for page in 1.. {
        let listed = client
            .list_portals()
            .account_id(account)
            .page(page)
            .per_page(PER_PAGE)
            .send()
            .await?;
        // The last page is the empty one: the API does not say how many there are.
        if listed.result.is_empty() {
            break;
        }
        portals.extend(listed.into_inner().result);
    }
    println!("listPortals: {} portals", portals.len());
    Ok(())
}

async fn refusals(client: &Client, account: &str) -> Result<(), Box<dyn Error>> {
    for id in ["unknown", "busy"] {
        match client.read_portal().account_id(account).id(id).send().await {
            Err(ApiError::ErrorResponse(failure)) if failure.status() == StatusCode::TOO_MANY_REQUESTS => {
                let wait = failure.headers()[RETRY_AFTER].to_str()?;
                println!("readPortal: 429, try again in {wait} s");
            }
            Err(ApiError::ErrorResponse(failure)) if failure.status() == StatusCode::NOT_FOUND => {
                println!("readPortal: 404, {}", failure.errors[0].code.unwrap_or_default());
            }
            Err(error) => return Err(error.into()),
            Ok(_) => return Err("the mock knows the portal".into()),
        }
    }
    Ok(())
}

fn names(tools: &Option<Vec<Capability>>) -> String {
    list(tools.iter().flatten().filter_map(|tool| tool.get("name")?.as_str()))
}

fn list<T: AsRef<str>>(names: impl Iterator<Item = T>) -> String {
    names
        .map(|name| name.as_ref().to_owned())
        .collect::<Vec<_>>()
        .join(", ")
}
