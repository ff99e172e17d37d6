// The story of contract-tests/proxy/story.ts, told by Cloudflare's SDK, which finds the proxy by itself.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/cloudflare/cloudflare-go/v7"
	"github.com/cloudflare/cloudflare-go/v7/option"
	zt "github.com/cloudflare/cloudflare-go/v7/zero_trust"
)

// Whatever comes back, the story goes on.
func try[T any](_ T, err error) {
	if err != nil {
		fmt.Printf("%T\n", err)
	}
}

func main() {
	ctx := context.Background()
	mcp := cloudflare.NewClient(option.WithMaxRetries(0)).ZeroTrust.Access.AIControls.Mcp
	account := cloudflare.F(os.Getenv("CLOUDFLARE_ACCOUNT_ID"))
	hundred := cloudflare.F(int64(100))
	try(mcp.Servers.List(ctx, zt.AccessAIControlMcpServerListParams{AccountID: account, PerPage: hundred}))
	try(mcp.Servers.New(ctx, zt.AccessAIControlMcpServerNewParams{
		AccountID: account,
		ID:        cloudflare.F("docs"),
		Name:      cloudflare.F("Docs"),
		Hostname:  cloudflare.F("https://docs.example.com/mcp"),
		AuthType:  cloudflare.F(zt.AccessAIControlMcpServerNewParamsAuthTypeUnauthenticated),
	}))
	try(mcp.Servers.Sync(ctx, "docs", zt.AccessAIControlMcpServerSyncParams{AccountID: account}))
	try(mcp.Servers.Read(ctx, "docs", zt.AccessAIControlMcpServerReadParams{AccountID: account}))
	try(mcp.Servers.Update(ctx, "docs", zt.AccessAIControlMcpServerUpdateParams{
		AccountID: account,
		Name:      cloudflare.F("Product docs"),
	}))
	try(mcp.Portals.New(ctx, zt.AccessAIControlMcpPortalNewParams{
		AccountID: account,
		ID:        cloudflare.F("engineering"),
		Name:      cloudflare.F("Engineering"),
		Hostname:  cloudflare.F("mcp.example.com"),
		Servers:   cloudflare.F([]zt.AccessAIControlMcpPortalNewParamsServer{{ServerID: cloudflare.F("docs")}}),
	}))
	try(mcp.Portals.List(ctx, zt.AccessAIControlMcpPortalListParams{AccountID: account, PerPage: hundred}))
	try(mcp.Portals.Read(ctx, "engineering", zt.AccessAIControlMcpPortalReadParams{AccountID: account}))
	try(mcp.Portals.Update(ctx, "engineering", zt.AccessAIControlMcpPortalUpdateParams{
		AccountID: account,
		Name:      cloudflare.F("Platform"),
	}))
	try(mcp.Portals.Delete(ctx, "engineering", zt.AccessAIControlMcpPortalDeleteParams{AccountID: account}))
	try(mcp.Servers.Delete(ctx, "docs", zt.AccessAIControlMcpServerDeleteParams{AccountID: account}))
	try(mcp.Servers.Read(ctx, "docs", zt.AccessAIControlMcpServerReadParams{AccountID: account}))
}
