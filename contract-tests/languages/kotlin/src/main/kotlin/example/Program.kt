/** Registers an MCP server, publishes it in a portal, and takes both down again. */
package example

import java.net.URI
import java.util.concurrent.TimeUnit
import mcpportals.apis.PortalsApi
import mcpportals.apis.ServersApi
import mcpportals.infrastructure.ApiClient
import mcpportals.infrastructure.ClientError
import mcpportals.infrastructure.ClientException
import mcpportals.infrastructure.Serializer
import mcpportals.models.ApiFailure
import mcpportals.models.CapabilityOverride
import mcpportals.models.McpPortalCreate
import mcpportals.models.McpPortalUpdate
import mcpportals.models.McpServerAuthType
import mcpportals.models.McpServerCreate
import mcpportals.models.McpServerUpdate
import mcpportals.models.PortalServerAttachment

private const val PER_PAGE = 50

private val account = System.getenv("CLOUDFLARE_ACCOUNT_ID")
private val baseUrl = System.getenv("CLOUDFLARE_BASE_URL")
private val http = ApiClient.builder.callTimeout(60, TimeUnit.SECONDS).build()
private val servers = ServersApi(baseUrl, http)
private val portals = PortalsApi(baseUrl, http)

fun main() {
    ApiClient.accessToken = System.getenv("CLOUDFLARE_API_TOKEN")
    registerServer()
    publishPortal()
    readRefusals()
    println("deletePortal: ${portals.deletePortal(account, "engineering").result.id}")
    println("deleteServer: ${servers.deleteServer(account, "docs").result.id}")
}

private fun registerServer() {
    val server =
        McpServerCreate(
            id = "docs",
            name = "Docs",
            hostname = URI.create("https://docs.example.com/mcp"),
            authType = McpServerAuthType.unauthenticated.value,
        )
    val created = servers.createServer(account, server).result
    println("createServer: ${created.id} is ${created.status}")

    println("syncServer: ${servers.syncServer(account, "docs").result.status}")

    val docs = servers.readServer(account, "docs").result
    println("readServer: docs offers ${docs.tools.orEmpty().names()}")

    // Until somebody has logged in, nobody knows its tools.
    val waiting = servers.readServer(account, "waiting").result
    println("readServer: waiting offers ${waiting.tools.orEmpty().names().ifEmpty { "nothing" }}")

    val future = servers.readServer(account, "future").result
    if (McpServerAuthType.decode(future.authType) == null) {
        println("readServer: ${future.name} has an auth_type that this client does not know")
    }

    val overrides =
        listOf(
            CapabilityOverride(name = "search", alias = "search-docs"),
            CapabilityOverride(name = "purge_index", enabled = false),
        )
    val change = McpServerUpdate(updatedTools = overrides)
    val updated = servers.updateServer(account, "docs", change).result.updatedTools.orEmpty()
    val shown = updated.filter { it.enabled != false }.joinToString { it.alias ?: it.name }
    println("updateServer: docs shows $shown")

    // An empty list takes all overrides back.
    servers.updateServer(account, "docs", McpServerUpdate(updatedTools = emptyList()))

    val all = all { page -> servers.listServers(account, page, PER_PAGE).result }
    println("listServers: ${all.count()} servers")
}

private fun publishPortal() {
    val portal =
        McpPortalCreate(
            id = "engineering",
            name = "Engineering",
            hostname = "mcp.example.com",
            servers = listOf(PortalServerAttachment(serverId = "docs", onBehalf = true)),
        )
    val created = portals.createPortal(account, portal).result
    println("createPortal: ${created.id} at ${created.hostname}")

    // What is left out stays as it is: the portal keeps its servers.
    val change = McpPortalUpdate(name = "Platform engineering")
    val updated = portals.updatePortal(account, "engineering", change).result
    println("updatePortal: ${updated.name}")

    val published = portals.readPortal(account, "engineering").result.servers
    println("readPortal: engineering publishes ${published.joinToString { it.id }}")

    val all = all { page -> portals.listPortals(account, page, PER_PAGE).result }
    println("listPortals: ${all.count()} portals")
}

private fun readRefusals() {
    for (id in listOf("unknown", "busy")) {
        try {
            portals.readPortal(account, id)
        } catch (refused: ClientException) {
            val response = refused.response as ClientError<*>
            val failure =
                Serializer.moshi.adapter(ApiFailure::class.java).fromJson(response.body.toString())
            val wait =
                response.headers.entries
                    .find { it.key.equals("Retry-After", ignoreCase = true) }
                    ?.value
                    ?.first()
            val code = failure!!.errors.first().code
            println(
                "readPortal: ${refused.statusCode}, ${if (refused.statusCode == 429) "try again in $wait s" else code}"
            )
        }
    }
}

private fun List<Map<String, Any?>>.names() = joinToString { it["name"].toString() }

/**
 * Every item of every page. The last page is the empty one: the API does not say how many there
 * are.
 */
private fun <T> all(read: (Int) -> List<T>): Sequence<T> =
    generateSequence(1) { it + 1 }.map(read).takeWhile { it.isNotEmpty() }.flatten()
