# frozen_string_literal: true

# Registers an MCP server, publishes it in a portal, and takes both down again.

require 'json'
require 'uri'

$LOAD_PATH.unshift File.join(__dir__, 'mcp-portals/lib')
require 'mcp_portals'

PER_PAGE = 50

# Every item of every page.
def all
  (1..).each_with_object([]) do |page, items|
    listed = yield page
    items.concat(listed.result)
    return items if page >= (listed.result_info&.total_pages || 0)
  end
end

account = ENV.fetch('CLOUDFLARE_ACCOUNT_ID')
base_url = URI(ENV.fetch('CLOUDFLARE_BASE_URL'))
configuration = McpPortals::Configuration.new do |it|
  it.scheme = base_url.scheme
  it.host = "#{base_url.host}:#{base_url.port}"
  it.base_path = base_url.path
  it.access_token = ENV.fetch('CLOUDFLARE_API_TOKEN')
  it.timeout = 60
end
client = McpPortals::ApiClient.new(configuration)
servers = McpPortals::ServersApi.new(client)
portals = McpPortals::PortalsApi.new(client)

server = servers.create_server(
  account,
  McpPortals::McpServerCreate.new(
    id: 'docs',
    name: 'Docs',
    hostname: 'https://docs.example.com/mcp',
    auth_type: McpPortals::McpServerAuthType::UNAUTHENTICATED
  )
).result
puts "createServer: #{server.id} is #{server.status}"

puts "syncServer: #{servers.sync_server(account, 'docs').result.status}"

tools = servers.read_server(account, 'docs').result.tools
puts "readServer: docs offers #{tools.map { |tool| tool[:name] }.join(', ')}"

renamed = McpPortals::CapabilityOverride.new(name: 'search', _alias: 'search-docs')
change = McpPortals::McpServerUpdate.new(updated_tools: [renamed])
shown = servers.update_server(account, 'docs', change).result.updated_tools
puts "updateServer: docs shows #{shown.map { |tool| tool._alias || tool.name }.join(', ')}"

all_servers = all { |page| servers.list_servers(account, page:, per_page: PER_PAGE) }
puts "listServers: #{all_servers.map(&:id).join(', ')}"

portal = portals.create_portal(
  account,
  McpPortals::McpPortalCreate.new(
    id: 'engineering',
    name: 'Engineering',
    hostname: 'mcp.example.com',
    servers: [McpPortals::PortalServerAttachment.new(server_id: 'docs', on_behalf: true)]
  )
).result
puts "createPortal: #{portal.id} at #{portal.hostname}"

published = portals.read_portal(account, 'engineering').result.servers
puts "readPortal: engineering publishes #{published.map(&:id).join(', ')}"

# What is left out stays as it is: the portal keeps its servers.
change = McpPortals::McpPortalUpdate.new(name: 'Platform engineering')
puts "updatePortal: #{portals.update_portal(account, 'engineering', change).result.name}"

all_portals = all { |page| portals.list_portals(account, page:, per_page: PER_PAGE) }
puts "listPortals: #{all_portals.map(&:id).join(', ')}"

begin
  portals.read_portal(account, 'unknown')
rescue McpPortals::ApiError => e
  failure = client.convert_to_type(JSON.parse(e.response_body, symbolize_names: true), 'ApiFailure')
  error = failure.errors.first
  puts "readPortal: #{e.code}, #{error.code} #{error.message}"
end

puts "deletePortal: #{portals.delete_portal(account, 'engineering').result.id}"
puts "deleteServer: #{servers.delete_server(account, 'docs').result.id}"
