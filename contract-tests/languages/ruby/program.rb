# frozen_string_literal: true

# Registers an MCP server, publishes it in a portal, and takes both down again.

require 'json'
require 'uri'

$LOAD_PATH.unshift File.join(__dir__, 'mcp-portals/lib')
require 'mcp_portals'

PER_PAGE = 50

# Every item of every page. The last page is the empty one: the API does not say how many there are.
def all
  (1..).each_with_object([]) do |page, items|
    result = yield(page).result
    return items if result.empty?

    items.concat(result)
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

tools = servers.read_server(account, 'docs').result.tools || []
puts "readServer: docs offers #{tools.map { |tool| tool[:name] }.join(', ')}"

# Until somebody has logged in, nobody knows its tools.
tools = servers.read_server(account, 'waiting').result.tools || []
puts "readServer: waiting offers #{tools.empty? ? 'nothing' : tools.map { |tool| tool[:name] }.join(', ')}"

server = servers.read_server(account, 'future').result
unless McpPortals::McpServerAuthType.all_vars.include?(server.auth_type)
  puts "readServer: #{server.name} has an auth_type that this client does not know"
end

overrides = [
  McpPortals::CapabilityOverride.new(name: 'search', _alias: 'search-docs'),
  McpPortals::CapabilityOverride.new(name: 'purge_index', enabled: false)
]
change = McpPortals::McpServerUpdate.new(updated_tools: overrides)
shown = servers.update_server(account, 'docs', change).result.updated_tools.reject { |tool| tool.enabled == false }
puts "updateServer: docs shows #{shown.map { |tool| tool._alias || tool.name }.join(', ')}"

# An empty list takes all overrides back.
servers.update_server(account, 'docs', McpPortals::McpServerUpdate.new(updated_tools: []))

all_servers = all { |page| servers.list_servers(account, page:, per_page: PER_PAGE) }
puts "listServers: #{all_servers.size} servers"

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

# What is left out stays as it is: the portal keeps its servers.
change = McpPortals::McpPortalUpdate.new(name: 'Platform engineering')
puts "updatePortal: #{portals.update_portal(account, 'engineering', change).result.name}"

published = portals.read_portal(account, 'engineering').result.servers
puts "readPortal: engineering publishes #{published.map(&:id).join(', ')}"

%w[unknown busy].each do |id|
  portals.read_portal(account, id)
rescue McpPortals::ApiError => e
  failure = client.convert_to_type(JSON.parse(e.response_body, symbolize_names: true), 'ApiFailure')
  wait = "try again in #{e.response_headers['Retry-After']} s"
  puts "readPortal: #{e.code}, #{e.code == 429 ? wait : failure.errors.first.code}"
end

all_portals = all { |page| portals.list_portals(account, page:, per_page: PER_PAGE) }
puts "listPortals: #{all_portals.size} portals"

puts "deletePortal: #{portals.delete_portal(account, 'engineering').result.id}"
puts "deleteServer: #{servers.delete_server(account, 'docs').result.id}"
