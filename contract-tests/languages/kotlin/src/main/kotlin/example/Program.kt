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
import mcpportals.models.McpPortal
import mcpportals.models.McpPortalCreate
import mcpportals.models.McpPortalUpdate
import mcpportals.models.McpServer
import mcpportals.models.McpServerAuthType
import mcpportals.models.McpServerCreate
import mcpportals.models.McpServerUpdate
import mcpportals.models.PortalServerAttachment
import mcpportals.models.ResultInfo

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
    readUnknownPortal()
    println("deletePortal: ${portals.deletePortal(account, "engineering").result.id}")
    println("deleteServer: ${servers.deleteServer(account, "docs").result.id}")
}

private fun registerServer() {
    val server =
        McpServerCreate(
            id = "docs",
            name = "Docs",
            hostname = URI.create("https://docs.example.com/mcp"),
            authType = McpServerAuthType.unauthenticated,
        )
    val created = servers.createServer(account, server).result
    println("createServer: ${created.id} is ${created.status}")

    println("syncServer: ${servers.syncServer(account, "docs").result.status}")

    val tools = servers.readServer(account, "docs").result.tools
    println("readServer: docs offers ${tools.joinToString { it["name"].toString() }}")

    val renamed = CapabilityOverride(name = "search", alias = "search-docs")
    val change = McpServerUpdate(updatedTools = listOf(renamed))
    val shown = servers.updateServer(account, "docs", change).result.updatedTools.orEmpty()
    println("updateServer: docs shows ${shown.joinToString { it.alias ?: it.name }}")

    val all: List<McpServer> = all { page ->
        servers.listServers(account, page, PER_PAGE).let { it.result to it.resultInfo }
    }
    println("listServers: ${all.joinToString { it.id }}")
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

    val published = portals.readPortal(account, "engineering").result.servers
    println("readPortal: engineering publishes ${published.joinToString { it.id }}")

    // What is left out stays as it is: the portal keeps its servers.
    val change = McpPortalUpdate(name = "Platform engineering")
    val updated = portals.updatePortal(account, "engineering", change).result
    println("updatePortal: ${updated.name}")

    val all: List<McpPortal> = all { page ->
        portals.listPortals(account, page, PER_PAGE).let { it.result to it.resultInfo }
    }
    println("listPortals: ${all.joinToString { it.id }}")
}

private fun readUnknownPortal() {
    try {
        portals.readPortal(account, "unknown")
    } catch (refused: ClientException) {
        val body = (refused.response as ClientError<*>).body.toString()
        val failure = Serializer.moshi.adapter(ApiFailure::class.java).fromJson(body)
        val error = failure!!.errors.first()
        println("readPortal: ${refused.statusCode}, ${error.code} ${error.message}")
    }
}

private fun <T> all(read: (Int) -> Pair<List<T>, ResultInfo?>): List<T> {
    val items = mutableListOf<T>()
    for (page in generateSequence(1) { it + 1 }) {
        val (listed, info) = read(page)
        items += listed
        if (page >= (info?.totalPages ?: 0)) break
    }
    return items
}
