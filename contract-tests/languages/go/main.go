// Registers an MCP server, publishes it in a portal, and takes both down again.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"slices"
	"strings"

	"example.com/mcp-portals/mcpportals"
)

//go:generate mkdir -p mcpportals
//go:generate go tool oapi-codegen -config oapi-codegen.yaml openapi.json

type tour struct {
	*mcpportals.ClientWithResponses
	account string
}

func main() {
	authorize := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+os.Getenv("CLOUDFLARE_API_TOKEN"))
		return nil
	}
	client, err := mcpportals.NewClientWithResponses(
		os.Getenv("CLOUDFLARE_BASE_URL"), mcpportals.WithRequestEditorFn(authorize))
	if err != nil {
		log.Fatal(err)
	}
	tour := tour{client, os.Getenv("CLOUDFLARE_ACCOUNT_ID")}
	for _, part := range []func(context.Context) error{tour.servers, tour.portals, tour.refusals, tour.takeDown} {
		if err := part(context.Background()); err != nil {
			log.Fatal(err)
		}
	}
}

func (t tour) servers(ctx context.Context) error {
	created, err := ok(t.CreateServerWithResponse(ctx, t.account, mcpportals.McpServerCreate{
		Id:       "docs",
		Name:     "Docs",
		Hostname: "https://docs.example.com/mcp",
		AuthType: mcpportals.McpServerAuthTypeUnauthenticated,
	}))
	if err != nil {
		return err
	}
	fmt.Printf("createServer: %s is %s\n", created.JSON201.Result.Id, *created.JSON201.Result.Status)

	synced, err := ok(t.SyncServerWithResponse(ctx, t.account, "docs"))
	if err != nil {
		return err
	}
	fmt.Printf("syncServer: %s\n", *synced.JSON200.Result.Status)

	docs, err := ok(t.ReadServerWithResponse(ctx, t.account, "docs"))
	if err != nil {
		return err
	}
	fmt.Printf("readServer: docs offers %s\n", names(docs.JSON200.Result.Tools, nameOf))

	// Until somebody has logged in, nobody knows its tools.
	waiting, err := ok(t.ReadServerWithResponse(ctx, t.account, "waiting"))
	if err != nil {
		return err
	}
	fmt.Printf("readServer: waiting offers %s\n", cmp.Or(names(waiting.JSON200.Result.Tools, nameOf), "nothing"))

	future, err := ok(t.ReadServerWithResponse(ctx, t.account, "future"))
	if err != nil {
		return err
	}
	if !future.JSON200.Result.AuthType.Valid() {
		fmt.Printf("readServer: %s has an auth_type that this client does not know\n", future.JSON200.Result.Name)
	}

	updated, err := ok(t.UpdateServerWithResponse(ctx, t.account, "docs", mcpportals.McpServerUpdate{
		UpdatedTools: &[]mcpportals.CapabilityOverride{
			{Name: "search", Alias: new("search-docs")},
			{Name: "purge_index", Enabled: new(false)},
		},
	}))
	if err != nil {
		return err
	}
	shown := slices.DeleteFunc(*updated.JSON200.Result.UpdatedTools, func(tool mcpportals.CapabilityOverride) bool {
		return tool.Enabled != nil && !*tool.Enabled
	})
	fmt.Printf("updateServer: docs shows %s\n", names(shown, func(tool mcpportals.CapabilityOverride) string {
		if tool.Alias != nil {
			return *tool.Alias
		}
		return tool.Name
	}))

	// An empty list takes all overrides back.
	if _, err := ok(t.UpdateServerWithResponse(ctx, t.account, "docs", mcpportals.McpServerUpdate{
		UpdatedTools: &[]mcpportals.CapabilityOverride{},
	})); err != nil {
		return err
	}

	servers, err := all(func(page int) ([]mcpportals.McpServer, error) {
		listed, err := ok(t.ListServersWithResponse(ctx, t.account, &mcpportals.ListServersParams{
			Page: &page, PerPage: new(50),
		}))
		if err != nil {
			return nil, err
		}
		return listed.JSON200.Result, nil
	})
	if err != nil {
		return err
	}
	fmt.Printf("listServers: %d servers\n", len(servers))
	return nil
}

func (t tour) portals(ctx context.Context) error {
	created, err := ok(t.CreatePortalWithResponse(ctx, t.account, mcpportals.McpPortalCreate{
		Id:       "engineering",
		Name:     "Engineering",
		Hostname: "mcp.example.com",
		Servers:  &[]mcpportals.PortalServerAttachment{{ServerId: "docs", OnBehalf: new(true)}},
	}))
	if err != nil {
		return err
	}
	fmt.Printf("createPortal: %s at %s\n", created.JSON201.Result.Id, created.JSON201.Result.Hostname)

	// What is left out stays as it is: the portal keeps its servers.
	updated, err := ok(t.UpdatePortalWithResponse(ctx, t.account, "engineering", mcpportals.McpPortalUpdate{
		Name: new("Platform engineering"),
	}))
	if err != nil {
		return err
	}
	fmt.Printf("updatePortal: %s\n", updated.JSON200.Result.Name)

	read, err := ok(t.ReadPortalWithResponse(ctx, t.account, "engineering"))
	if err != nil {
		return err
	}
	servers := names(read.JSON200.Result.Servers, func(server mcpportals.McpPortalServer) string { return server.Id })
	fmt.Printf("readPortal: engineering publishes %s\n", servers)

	portals, err := all(func(page int) ([]mcpportals.McpPortal, error) {
		listed, err := ok(t.ListPortalsWithResponse(ctx, t.account, &mcpportals.ListPortalsParams{
			Page: &page, PerPage: new(50),
		}))
		if err != nil {
			return nil, err
		}
		return listed.JSON200.Result, nil
	})
	if err != nil {
		return err
	}
	fmt.Printf("listPortals: %d portals\n", len(portals))
	return nil
}

func (t tour) refusals(ctx context.Context) error {
	unknown, err := t.ReadPortalWithResponse(ctx, t.account, "unknown")
	if err != nil {
		return err
	}
	if unknown.JSON404 != nil {
		fmt.Printf("readPortal: %d, %d\n", unknown.StatusCode(), *unknown.JSON404.Errors[0].Code)
	}

	busy, err := t.ReadPortalWithResponse(ctx, t.account, "busy")
	if err != nil {
		return err
	}
	if busy.JSON429 != nil {
		wait := busy.HTTPResponse.Header.Get("Retry-After")
		fmt.Printf("readPortal: %d, try again in %s s\n", busy.StatusCode(), wait)
	}
	return nil
}

func (t tour) takeDown(ctx context.Context) error {
	portal, err := ok(t.DeletePortalWithResponse(ctx, t.account, "engineering"))
	if err != nil {
		return err
	}
	fmt.Printf("deletePortal: %s\n", portal.JSON200.Result.Id)

	server, err := ok(t.DeleteServerWithResponse(ctx, t.account, "docs"))
	if err != nil {
		return err
	}
	fmt.Printf("deleteServer: %s\n", server.JSON200.Result.Id)
	return nil
}

type response interface {
	Status() string
	StatusCode() int
	GetBody() []byte
}

// ok makes an error of the API's refusal.
func ok[R response](response R, err error) (R, error) {
	if err != nil || response.StatusCode() < 300 {
		return response, err
	}
	var failure mcpportals.ApiFailure
	if err := json.Unmarshal(response.GetBody(), &failure); err != nil {
		return response, fmt.Errorf("%s: %w", response.Status(), err)
	}
	messages := names(failure.Errors, func(problem mcpportals.ApiMessage) string { return problem.Message })
	return response, fmt.Errorf("%s: %s", response.Status(), messages)
}

// all reads every page. The last one is the empty one: the API does not say how many there are.
func all[T any](read func(page int) ([]T, error)) ([]T, error) {
	var items []T
	for page := 1; ; page++ {
		more, err := read(page)
		if err != nil || len(more) == 0 {
			return items, err
		}
		items = append(items, more...)
	}
}

func nameOf(tool mcpportals.Capability) string {
	name, _ := tool["name"].(string)
	return name
}

func names[T any](items []T, name func(T) string) string {
	var all []string
	for _, item := range items {
		all = append(all, name(item))
	}
	return strings.Join(all, ", ")
}
