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
    program.readRefusals();
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

    McpServer docs = servers.readServer(account, "docs").getResult();
    System.out.printf("readServer: docs offers %s%n", names(docs.getTools()));

    // Until somebody has logged in, nobody knows its tools.
    McpServer waiting = servers.readServer(account, "waiting").getResult();
    String none = names(waiting.getTools()).isEmpty() ? "nothing" : names(waiting.getTools());
    System.out.printf("readServer: waiting offers %s%n", none);

    McpServer future = servers.readServer(account, "future").getResult();
    if (future.getAuthType() == McpServerAuthType.UNKNOWN_DEFAULT_OPEN_API) {
      System.out.printf(
          "readServer: %s has an auth_type that this client does not know%n", future.getName());
    }

    McpServerUpdate change =
        new McpServerUpdate()
            .addUpdatedToolsItem(new CapabilityOverride().name("search").alias("search-docs"))
            .addUpdatedToolsItem(new CapabilityOverride().name("purge_index").enabled(false));
    String shown =
        servers.updateServer(account, "docs", change).getResult().getUpdatedTools().stream()
            .filter(tool -> !Boolean.FALSE.equals(tool.getEnabled()))
            .map(tool -> tool.getAlias() == null ? tool.getName() : tool.getAlias())
            .collect(Collectors.joining(", "));
    System.out.printf("updateServer: docs shows %s%n", shown);

    // An empty list takes all overrides back.
    servers.updateServer(account, "docs", new McpServerUpdate().updatedTools(List.of()));

    List<McpServer> all =
        all(page -> servers.listServers(account, page, PER_PAGE, null).getResult());
    System.out.printf("listServers: %d servers%n", all.size());
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

    // What is left out stays as it is: the portal keeps its servers.
    McpPortalUpdate change = new McpPortalUpdate().name("Platform engineering");
    McpPortal updated = portals.updatePortal(account, "engineering", change).getResult();
    System.out.printf("updatePortal: %s%n", updated.getName());

    String published =
        portals.readPortal(account, "engineering").getResult().getServers().stream()
            .map(McpPortalServer::getId)
            .collect(Collectors.joining(", "));
    System.out.printf("readPortal: engineering publishes %s%n", published);

    List<McpPortal> all =
        all(page -> portals.listPortals(account, page, PER_PAGE, null).getResult());
    System.out.printf("listPortals: %d portals%n", all.size());
  }

  private void readRefusals() throws IOException {
    for (String id : List.of("unknown", "busy")) {
      try {
        portals.readPortal(account, id);
      } catch (ApiException refused) {
        String wait = refused.getResponseHeaders().firstValue("Retry-After").orElse("");
        ApiFailure failure =
            client.getObjectMapper().readValue(refused.getResponseBody(), ApiFailure.class);
        System.out.printf(
            "readPortal: %d, %s%n",
            refused.getCode(),
            refused.getCode() == 429
                ? "try again in " + wait + " s"
                : failure.getErrors().get(0).getCode());
      }
    }
  }

  private void takeDown() throws ApiException {
    System.out.printf(
        "deletePortal: %s%n", portals.deletePortal(account, "engineering").getResult().getId());
    System.out.printf(
        "deleteServer: %s%n", servers.deleteServer(account, "docs").getResult().getId());
  }

  private static String names(List<Map<String, Object>> tools) {
    return tools == null
        ? ""
        : tools.stream().map(tool -> (String) tool.get("name")).collect(Collectors.joining(", "));
  }

  private interface Pages<T> {
    List<T> read(int number) throws ApiException;
  }

  /** The last page is the empty one: the API does not say how many there are. */
  private static <T> List<T> all(Pages<T> pages) throws ApiException {
    List<T> items = new ArrayList<>();
    for (int number = 1; ; number++) {
      List<T> page = pages.read(number);
      if (page.isEmpty()) {
        return items;
      }
      items.addAll(page);
    }
  }
}
