<?php

/** Registers an MCP server, publishes it in a portal, and takes both down again. */

declare(strict_types=1);

use McpPortals\Api\PortalsApi;
use McpPortals\Api\ServersApi;
use McpPortals\ApiException;
use McpPortals\Configuration;
use McpPortals\Model\CapabilityOverride;
use McpPortals\Model\McpPortalCreate;
use McpPortals\Model\McpPortalUpdate;
use McpPortals\Model\McpServerAuthType;
use McpPortals\Model\McpServerCreate;
use McpPortals\Model\McpServerUpdate;
use McpPortals\Model\PortalServerAttachment;

// Debian's Guzzle, and the client as it was generated. With Composer, vendor/autoload.php loads both.
require 'GuzzleHttp/autoload.php';
spl_autoload_register(function (string $class): void {
    if (str_starts_with($class, 'McpPortals\\')) {
        require __DIR__ . '/mcp-portals/lib/' . strtr(substr($class, strlen('McpPortals\\')), '\\', '/') . '.php';
    }
});

const PER_PAGE = 50;

/** Every item of every page. The last page is the empty one: the API does not say how many there are. */
$pages = function (callable $read): Generator {
    for ($page = 1; $items = $read($page)->getResult(); $page++) {
        yield from $items;
    }
};

$account = getenv('CLOUDFLARE_ACCOUNT_ID');
$configuration = (new Configuration())
    ->setHost(getenv('CLOUDFLARE_BASE_URL'))
    ->setAccessToken(getenv('CLOUDFLARE_API_TOKEN'));
$http = new GuzzleHttp\Client(['timeout' => 60]);
$servers = new ServersApi($http, $configuration);
$portals = new PortalsApi($http, $configuration);

$server = $servers->createServer($account, new McpServerCreate([
    'id' => 'docs',
    'name' => 'Docs',
    'hostname' => 'https://docs.example.com/mcp',
    'auth_type' => McpServerAuthType::UNAUTHENTICATED,
]))->getResult();
echo "createServer: {$server->getId()} is {$server->getStatus()}\n";

echo "syncServer: {$servers->syncServer($account, 'docs')->getResult()->getStatus()}\n";

$tools = $servers->readServer($account, 'docs')->getResult()->getTools() ?? [];
echo 'readServer: docs offers ', implode(', ', array_column($tools, 'name')), "\n";

// Until somebody has logged in, nobody knows its tools.
$tools = $servers->readServer($account, 'waiting')->getResult()->getTools() ?? [];
echo 'readServer: waiting offers ', implode(', ', array_column($tools, 'name')) ?: 'nothing', "\n";

$server = $servers->readServer($account, 'future')->getResult();
if (!in_array($server->getAuthType(), McpServerAuthType::getAllowableEnumValues(), true)) {
    echo "readServer: {$server->getName()} has an auth_type that this client does not know\n";
}

$renamed = new CapabilityOverride(['name' => 'search', 'alias' => 'search-docs']);
$hidden = new CapabilityOverride(['name' => 'purge_index', 'enabled' => false]);
$change = new McpServerUpdate(['updated_tools' => [$renamed, $hidden]]);
$updated = $servers->updateServer($account, 'docs', $change)->getResult()->getUpdatedTools() ?? [];
$shown = array_filter($updated, fn ($tool) => $tool->getEnabled() !== false);
$names = array_map(fn ($tool) => $tool->getAlias() ?? $tool->getName(), $shown);
echo 'updateServer: docs shows ', implode(', ', $names), "\n";

// An empty list takes all overrides back.
$servers->updateServer($account, 'docs', new McpServerUpdate(['updated_tools' => []]));

$count = iterator_count($pages(fn (int $page) => $servers->listServers($account, $page, PER_PAGE)));
echo "listServers: $count servers\n";

$portal = $portals->createPortal($account, new McpPortalCreate([
    'id' => 'engineering',
    'name' => 'Engineering',
    'hostname' => 'mcp.example.com',
    'servers' => [new PortalServerAttachment(['server_id' => 'docs', 'on_behalf' => true])],
]))->getResult();
echo "createPortal: {$portal->getId()} at {$portal->getHostname()}\n";

// What is left out stays as it is: the portal keeps its servers.
$change = new McpPortalUpdate(['name' => 'Platform engineering']);
echo "updatePortal: {$portals->updatePortal($account, 'engineering', $change)->getResult()->getName()}\n";

$published = $portals->readPortal($account, 'engineering')->getResult()->getServers();
echo 'readPortal: engineering publishes ', implode(', ', array_map(fn ($it) => $it->getId(), $published)), "\n";

foreach (['unknown', 'busy'] as $id) {
    try {
        $portals->readPortal($account, $id);
    } catch (ApiException $refused) {
        $wait = array_change_key_case($refused->getResponseHeaders())['retry-after'][0] ?? '';
        $code = $refused->getResponseObject()->getErrors()[0]->getCode();
        echo "readPortal: {$refused->getCode()}, ", $refused->getCode() === 429 ? "try again in $wait s" : $code, "\n";
    }
}

$count = iterator_count($pages(fn (int $page) => $portals->listPortals($account, $page, PER_PAGE)));
echo "listPortals: $count portals\n";

echo "deletePortal: {$portals->deletePortal($account, 'engineering')->getResult()->getId()}\n";
echo "deleteServer: {$servers->deleteServer($account, 'docs')->getResult()->getId()}\n";
