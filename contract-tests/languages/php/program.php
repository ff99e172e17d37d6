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

/** Every item of every page. */
$pages = function (callable $read): Generator {
    for ($page = 1;; $page++) {
        $listed = $read($page);
        yield from $listed->getResult();
        if ($page >= ($listed->getResultInfo()?->getTotalPages() ?? 0)) {
            return;
        }
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

$tools = $servers->readServer($account, 'docs')->getResult()->getTools();
echo 'readServer: docs offers ', implode(', ', array_column($tools, 'name')), "\n";

$renamed = new CapabilityOverride(['name' => 'search', 'alias' => 'search-docs']);
$server = $servers->updateServer($account, 'docs', new McpServerUpdate(['updated_tools' => [$renamed]]))->getResult();
$shown = array_map(fn ($tool) => $tool->getAlias() ?? $tool->getName(), $server->getUpdatedTools());
echo 'updateServer: docs shows ', implode(', ', $shown), "\n";

$ids = [];
foreach ($pages(fn (int $page) => $servers->listServers($account, $page, PER_PAGE)) as $server) {
    $ids[] = $server->getId();
}
echo 'listServers: ', implode(', ', $ids), "\n";

$portal = $portals->createPortal($account, new McpPortalCreate([
    'id' => 'engineering',
    'name' => 'Engineering',
    'hostname' => 'mcp.example.com',
    'servers' => [new PortalServerAttachment(['server_id' => 'docs', 'on_behalf' => true])],
]))->getResult();
echo "createPortal: {$portal->getId()} at {$portal->getHostname()}\n";

$published = $portals->readPortal($account, 'engineering')->getResult()->getServers();
echo 'readPortal: engineering publishes ', implode(', ', array_map(fn ($it) => $it->getId(), $published)), "\n";

// What is left out stays as it is: the portal keeps its servers.
$change = new McpPortalUpdate(['name' => 'Platform engineering']);
echo "updatePortal: {$portals->updatePortal($account, 'engineering', $change)->getResult()->getName()}\n";

$ids = [];
foreach ($pages(fn (int $page) => $portals->listPortals($account, $page, PER_PAGE)) as $portal) {
    $ids[] = $portal->getId();
}
echo 'listPortals: ', implode(', ', $ids), "\n";

try {
    $portals->readPortal($account, 'unknown');
} catch (ApiException $refused) {
    $error = $refused->getResponseObject()->getErrors()[0];
    echo "readPortal: {$refused->getCode()}, {$error->getCode()} {$error->getMessage()}\n";
}

echo "deletePortal: {$portals->deletePortal($account, 'engineering')->getResult()->getId()}\n";
echo "deleteServer: {$servers->deleteServer($account, 'docs')->getResult()->getId()}\n";
