package example;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcpportals.ApiClient;
import mcpportals.ApiException;
import mcpportals.api.PortalsApi;
import mcpportals.api.ServersApi;
import mcpportals.model.ApiFailure;
import mcpportals.model.CapabilityOverride;
import mcpportals.model.McpPortal;
import mcpportals.model.McpPortalCreate;
import mcpportals.model.McpPortalServer;
import mcpportals.model.McpPortalUpdate;
import mcpportals.model.McpServer;
import mcpportals.model.McpServerAuthType;
import mcpportals.model.McpServerCreate;
import mcpportals.model.McpServerUpdate;
import mcpportals.model.PortalServerAttachment;
import mcpportals.model.ResultInfo;

/** Registers an MCP server, publishes it in a portal, and takes both down again. */
public final class Program {
  private static final int PER_PAGE = 50;

  private final String account = System.getenv("CLOUDFLARE_ACCOUNT_ID");
  private final ApiClient client = new ApiClient();
  private final ServersApi servers;
  private final PortalsApi portals;

  public static void main(String[] arguments) throws ApiException, IOException {
    Program program = new Program();
    program.registerServer();
    program.publishPortal();
    program.readUnknownPortal();
    program.takeDown();
  }

  private Program() {
    String token = System.getenv("CLOUDFLARE_API_TOKEN");
    client.updateBaseUri(System.getenv("CLOUDFLARE_BASE_URL"));
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    servers = new ServersApi(client);
    portals = new PortalsApi(client);
  }

  private void registerServer() throws ApiException {
    McpServerCreate server =
        new McpServerCreate()
            .id("docs")
            .name("Docs")
            .hostname(URI.create("https://docs.example.com/mcp"))
            .authType(McpServerAuthType.UNAUTHENTICATED);
    McpServer created = servers.createServer(account, server).getResult();
    System.out.printf("createServer: %s is %s%n", created.getId(), created.getStatus());

    System.out.printf(
        "syncServer: %s%n", servers.syncServer(account, "docs").getResult().getStatus());

    String tools =
        servers.readServer(account, "docs").getResult().getTools().stream()
            .map(tool -> (String) tool.get("name"))
            .collect(Collectors.joining(", "));
    System.out.printf("readServer: docs offers %s%n", tools);

    McpServerUpdate change =
        new McpServerUpdate()
            .addUpdatedToolsItem(new CapabilityOverride().name("search").alias("search-docs"));
    String shown =
        servers.updateServer(account, "docs", change).getResult().getUpdatedTools().stream()
            .map(tool -> tool.getAlias() == null ? tool.getName() : tool.getAlias())
            .collect(Collectors.joining(", "));
    System.out.printf("updateServer: docs shows %s%n", shown);

    List<McpServer> all =
        all(
            page -> {
              var listed = servers.listServers(account, page, PER_PAGE, null);
              return new Page<>(listed.getResult(), listed.getResultInfo());
            });
    String ids = all.stream().map(McpServer::getId).collect(Collectors.joining(", "));
    System.out.printf("listServers: %s%n", ids);
  }

  private void publishPortal() throws ApiException {
    McpPortalCreate portal =
        new McpPortalCreate()
            .id("engineering")
            .name("Engineering")
            .hostname("mcp.example.com")
            .addServersItem(new PortalServerAttachment().serverId("docs").onBehalf(true));
    McpPortal created = portals.createPortal(account, portal).getResult();
    System.out.printf("createPortal: %s at %s%n", created.getId(), created.getHostname());

    String published =
        portals.readPortal(account, "engineering").getResult().getServers().stream()
            .map(McpPortalServer::getId)
            .collect(Collectors.joining(", "));
    System.out.printf("readPortal: engineering publishes %s%n", published);

    // What is left out stays as it is: the portal keeps its servers.
    McpPortalUpdate change = new McpPortalUpdate().name("Platform engineering");
    McpPortal updated = portals.updatePortal(account, "engineering", change).getResult();
    System.out.printf("updatePortal: %s%n", updated.getName());

    List<McpPortal> all =
        all(
            page -> {
              var listed = portals.listPortals(account, page, PER_PAGE, null);
              return new Page<>(listed.getResult(), listed.getResultInfo());
            });
    String ids = all.stream().map(McpPortal::getId).collect(Collectors.joining(", "));
    System.out.printf("listPortals: %s%n", ids);
  }

  private void readUnknownPortal() throws ApiException, IOException {
    try {
      // The mock answers with the status that this header names.
      portals.readPortal(account, "unknown", Map.of("Prefer", "code=404"));
    } catch (ApiException refused) {
      if (refused.getCode() != 404) {
        throw refused;
      }
      ApiFailure failure =
          client.getObjectMapper().readValue(refused.getResponseBody(), ApiFailure.class);
      var problem = failure.getErrors().get(0);
      System.out.printf("readPortal: 404, %d %s%n", problem.getCode(), problem.getMessage());
    }
  }

  private void takeDown() throws ApiException {
    System.out.printf(
        "deletePortal: %s%n", portals.deletePortal(account, "engineering").getResult().getId());
    System.out.printf(
        "deleteServer: %s%n", servers.deleteServer(account, "docs").getResult().getId());
  }

  private record Page<T>(List<T> items, ResultInfo info) {}

  private interface Pages<T> {
    Page<T> read(int number) throws ApiException;
  }

  private static <T> List<T> all(Pages<T> pages) throws ApiException {
    List<T> items = new ArrayList<>();
    for (int number = 1; ; number++) {
      Page<T> page = pages.read(number);
      items.addAll(page.items());
      if (page.info() == null
          || page.info().getTotalPages() == null
          || number >= page.info().getTotalPages()) {
        return items;
      }
    }
  }
}
