//! Registers an MCP server, publishes it in a portal, and takes both down again.

use std::{env, error::Error};

use mcp_portals::{
    Client, Error as ApiError,
    types::{
        ApiFailure, CapabilityOverride, McpPortalCreate, McpPortalUpdate, McpServerAuthType, McpServerCreate,
        McpServerUpdate, PortalServerAttachment, ResultInfo,
    },
};
use reqwest::{
    StatusCode,
    header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue},
};

#[allow(clippy::all, unused_imports)]
mod mcp_portals {
    include!(concat!(env!("OUT_DIR"), "/mcp_portals.rs"));
}

const PER_PAGE: u64 = 50;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let account = &env::var("CLOUDFLARE_ACCOUNT_ID")?;
    let client = &connect(HeaderMap::new())?;
    servers(client, account).await?;
    portals(client, account).await?;
    unknown(account).await?;

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

fn connect(mut headers: HeaderMap) -> Result<Client, Box<dyn Error>> {
    let mut token = HeaderValue::try_from(format!("Bearer {}", env::var("CLOUDFLARE_API_TOKEN")?))?;
    token.set_sensitive(true);
    headers.insert(AUTHORIZATION, token);
    let http = reqwest::Client::builder().default_headers(headers).build()?;
    Ok(Client::new_with_client(&env::var("CLOUDFLARE_BASE_URL")?, http))
}

async fn servers(client: &Client, account: &str) -> Result<(), ApiError<ApiFailure>> {
    let server = McpServerCreate::builder()
        .id("docs")
        .name("Docs")
        .hostname("https://docs.example.com/mcp")
        .auth_type(McpServerAuthType::Unauthenticated);
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

    let server = &client.read_server().account_id(account).id("docs").send().await?.result;
    let tools = server.tools.iter().filter_map(|tool| tool.get("name")?.as_str());
    println!("readServer: docs offers {}", list(tools));

    let renamed = CapabilityOverride {
        name: "search".into(),
        alias: Some("search-docs".into()),
        description: None,
        enabled: None,
    };
    let change = McpServerUpdate::builder().updated_tools(vec![renamed]);
    let updated = &client
        .update_server()
        .account_id(account)
        .id("docs")
        .body(change)
        .send()
        .await?
        .result;
    let tools = updated.updated_tools.iter().flatten();
    let shown = tools.map(|tool| tool.alias.as_ref().unwrap_or(&tool.name));
    println!("updateServer: docs shows {}", list(shown));

    let mut servers = Vec::new();
    for page in 1.. {
        let listed = client
            .list_servers()
            .account_id(account)
            .page(page)
            .per_page(PER_PAGE)
            .send()
            .await?;
        servers.extend(listed.result.iter().map(|server| server.id.clone()));
        if is_last(page, listed.result_info.as_ref()) {
            break;
        }
    }
    println!("listServers: {}", list(servers.iter()));
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

    let portal = &client
        .read_portal()
        .account_id(account)
        .id("engineering")
        .send()
        .await?
        .result;
    println!(
        "readPortal: engineering publishes {}",
        list(portal.servers.iter().map(|server| &server.id))
    );

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

    let mut portals = Vec::new();
    for page in 1.. {
        let listed = client
            .list_portals()
            .account_id(account)
            .page(page)
            .per_page(PER_PAGE)
            .send()
            .await?;
        portals.extend(listed.result.iter().map(|portal| portal.id.clone()));
        if is_last(page, listed.result_info.as_ref()) {
            break;
        }
    }
    println!("listPortals: {}", list(portals.iter()));
    Ok(())
}

async fn unknown(account: &str) -> Result<(), Box<dyn Error>> {
    // The mock answers with the status that this header names.
    let prefer = (HeaderName::from_static("prefer"), HeaderValue::from_static("code=404"));
    let client = connect(HeaderMap::from_iter([prefer]))?;
    match client.read_portal().account_id(account).id("unknown").send().await {
        Err(ApiError::ErrorResponse(failure)) if failure.status() == StatusCode::NOT_FOUND => {
            let problem = &failure.errors[0];
            println!(
                "readPortal: 404, {} {}",
                problem.code.unwrap_or_default(),
                problem.message
            );
            Ok(())
        }
        Err(error) => Err(error.into()),
        Ok(_) => Err("the mock knows the portal".into()),
    }
}

fn is_last(page: u64, info: Option<&ResultInfo>) -> bool {
    let total = info.and_then(|info| info.total_pages).unwrap_or_default();
    i64::try_from(page).is_ok_and(|page| page >= total)
}

fn list<T: AsRef<str>>(names: impl Iterator<Item = T>) -> String {
    names
        .map(|name| name.as_ref().to_owned())
        .collect::<Vec<_>>()
        .join(", ")
}
