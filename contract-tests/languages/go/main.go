// Registers an MCP server, publishes it in a portal, and takes both down again.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"log"
	"net/http"
	"os"
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
	for _, part := range []func(context.Context) error{tour.servers, tour.portals, tour.unknown, tour.takeDown} {
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

	read, err := ok(t.ReadServerWithResponse(ctx, t.account, "docs"))
	if err != nil {
		return err
	}
	tools := names(read.JSON200.Result.Tools, func(tool mcpportals.Capability) string { return tool["name"].(string) })
	fmt.Printf("readServer: docs offers %s\n", tools)

	updated, err := ok(t.UpdateServerWithResponse(ctx, t.account, "docs", mcpportals.McpServerUpdate{
		UpdatedTools: &[]mcpportals.CapabilityOverride{{Name: "search", Alias: new("search-docs")}},
	}))
	if err != nil {
		return err
	}
	shown := names(*updated.JSON200.Result.UpdatedTools, func(tool mcpportals.CapabilityOverride) string {
		if tool.Alias != nil {
			return *tool.Alias
		}
		return tool.Name
	})
	fmt.Printf("updateServer: docs shows %s\n", shown)

	var servers []mcpportals.McpServer
	for page, err := range pages(func(page int) ([]mcpportals.McpServer, *mcpportals.ResultInfo, error) {
		listed, err := ok(t.ListServersWithResponse(ctx, t.account, &mcpportals.ListServersParams{
			Page: &page, PerPage: new(50),
		}))
		if err != nil {
			return nil, nil, err
		}
		return listed.JSON200.Result, listed.JSON200.ResultInfo, nil
	}) {
		if err != nil {
			return err
		}
		servers = append(servers, page...)
	}
	fmt.Printf("listServers: %s\n", names(servers, func(server mcpportals.McpServer) string { return server.Id }))
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

	read, err := ok(t.ReadPortalWithResponse(ctx, t.account, "engineering"))
	if err != nil {
		return err
	}
	servers := names(read.JSON200.Result.Servers, func(server mcpportals.McpPortalServer) string { return server.Id })
	fmt.Printf("readPortal: engineering publishes %s\n", servers)

	// What is left out stays as it is: the portal keeps its servers.
	updated, err := ok(t.UpdatePortalWithResponse(ctx, t.account, "engineering", mcpportals.McpPortalUpdate{
		Name: new("Platform engineering"),
	}))
	if err != nil {
		return err
	}
	fmt.Printf("updatePortal: %s\n", updated.JSON200.Result.Name)

	var portals []mcpportals.McpPortal
	for page, err := range pages(func(page int) ([]mcpportals.McpPortal, *mcpportals.ResultInfo, error) {
		listed, err := ok(t.ListPortalsWithResponse(ctx, t.account, &mcpportals.ListPortalsParams{
			Page: &page, PerPage: new(50),
		}))
		if err != nil {
			return nil, nil, err
		}
		return listed.JSON200.Result, listed.JSON200.ResultInfo, nil
	}) {
		if err != nil {
			return err
		}
		portals = append(portals, page...)
	}
	fmt.Printf("listPortals: %s\n", names(portals, func(portal mcpportals.McpPortal) string { return portal.Id }))
	return nil
}

func (t tour) unknown(ctx context.Context) error {
	// The mock answers with the status that this header names.
	answer404 := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Prefer", "code=404")
		return nil
	}
	read, err := t.ReadPortalWithResponse(ctx, t.account, "unknown", answer404)
	if err != nil {
		return err
	}
	if read.JSON404 != nil {
		problem := read.JSON404.Errors[0]
		fmt.Printf("readPortal: %d, %d %s\n", read.StatusCode(), *problem.Code, problem.Message)
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

type answer interface {
	Status() string
	StatusCode() int
	GetBody() []byte
}

// ok makes an error of the API's refusal.
func ok[A answer](answer A, err error) (A, error) {
	if err != nil || answer.StatusCode() < 300 {
		return answer, err
	}
	var failure mcpportals.ApiFailure
	if err := json.Unmarshal(answer.GetBody(), &failure); err != nil {
		return answer, fmt.Errorf("%s: %w", answer.Status(), err)
	}
	messages := names(failure.Errors, func(problem mcpportals.ApiMessage) string { return problem.Message })
	return answer, fmt.Errorf("%s: %s", answer.Status(), messages)
}

func pages[T any](read func(page int) ([]T, *mcpportals.ResultInfo, error)) iter.Seq2[[]T, error] {
	return func(yield func([]T, error) bool) {
		for page := 1; ; page++ {
			items, info, err := read(page)
			if !yield(items, err) || err != nil || info == nil || info.TotalPages == nil || page >= *info.TotalPages {
				return
			}
		}
	}
}

func names[T any](items []T, name func(T) string) string {
	var all []string
	for _, item := range items {
		all = append(all, name(item))
	}
	return strings.Join(all, ", ")
}
